package org.greenplan.format.shapefile;

import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/** What is said about a broken shapefile: which file, which record, and the way out. */
final class ShapefileFault {
    private ShapefileFault() {}

    static Problem.Invalid of(String file, String zh, String en) {
        return new Problem.Invalid(Words.of("文件“" + file + "”：" + zh, "File \"" + file + "\": " + en), file);
    }

    static Problem.Invalid record(String file, long record, String zh, String en) {
        return of(file, "第 " + record + " 条记录" + zh, "record " + record + " " + en);
    }

    static Problem.Invalid cutOff(String file, long record) {
        return record(
                file,
                record,
                "不完整，文件在此中断。请重新复制或重新导出后再上传。",
                "is incomplete: the file is cut off here. Copy or export it again and upload that.");
    }
}
