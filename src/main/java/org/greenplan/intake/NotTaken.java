package org.greenplan.intake;

import java.util.List;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.Candidate;
import org.greenplan.recognise.CrsGuess;
import org.greenplan.recognise.Survey;

/** Why files, or a layer of one, cannot be taken as they stand, and what the planner can do. */
final class NotTaken {
    private static final Words NO_SYSTEM = Words.of(
            "没有坐标系能把这些数值放到本区。请选择坐标系，或用控制点配准。",
            "No coordinate system lays these numbers into the district. Choose one, or lay the file on by control points.");

    private NotTaken() {}

    /** Nobody has said where its numbers lie, and nobody may guess. */
    static Problem.Invalid unplaced(Survey survey, List<Candidate> candidates) {
        return new Problem.Invalid(CrsGuess.question(survey, candidates).orElse(NO_SYSTEM), "crs");
    }

    static Problem.Invalid unclear(Survey survey) {
        String name = survey.layer().name();
        return new Problem.Invalid(
                Words.of(
                        "无法判断“" + name + "”应导入到哪个图层，请指定图层。",
                        "It is not clear which layer \"" + name + "\" goes to. Say which."),
                "layer");
    }

    static Words unknown(SourceFile file) {
        return Words.of(
                "未能识别“" + file.name() + "”，已忽略。", "\"" + file.name() + "\" is of no known format and is left aside.");
    }

    static Problem.Invalid nothing(SourceFiles files) {
        String names = String.join(
                ", ", files.files().stream().limit(5).map(SourceFile::name).toList());
        return new Problem.Invalid(
                Words.of(
                        "这些文件中没有可导入的图形：" + names
                                + "。支持 Shapefile、GeoPackage、GeoJSON、KML/KMZ、DXF、报批坐标 TXT、CSV、XLSX，可打包为 zip。",
                        "There is nothing to import in: " + names
                                + ". Shapefile, GeoPackage, GeoJSON, KML/KMZ, DXF, parcel TXT, CSV and XLSX are read, zipped or not."),
                "files");
    }
}
