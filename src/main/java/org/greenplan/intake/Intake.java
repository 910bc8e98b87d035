package org.greenplan.intake;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.LayerType;
import org.greenplan.compare.Comparison;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.compare.Present;
import org.greenplan.compare.Repeats;
import org.greenplan.compare.Vanished;
import org.greenplan.crs.ControlFit;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.FormatReader;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.plan.Applied;
import org.greenplan.plan.Forecast;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.programme.NoPiece;
import org.greenplan.recognise.Candidate;
import org.greenplan.recognise.CrsGuess;
import org.greenplan.recognise.District;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Matching;
import org.greenplan.recognise.Outside;
import org.greenplan.recognise.Placement;
import org.greenplan.recognise.PlacementCode;
import org.greenplan.recognise.Progress;
import org.greenplan.recognise.Survey;
import org.greenplan.recognise.Taking;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Files on their way into the plan: what is in them, where it lies, what would change, and the one changeset that writes it. The
 * same for the page, the command line and a file that comes back from QGIS.
 */
public final class Intake {
    /** A bulk of new features is written and counted as a whole from here on. */
    private static final int BULK = 500;

    /** The format in which one plot is drawn by several entities. */
    private static final String DRAWING = "dxf";

    private final PlanDesk desk;
    private final List<FormatReader> readers;

    public Intake(PlanDesk desk, List<FormatReader> readers) {
        this.desk = desk;
        List<FormatReader> all = new ArrayList<>(List.of(new CheckoutReader(desk.catalogue())));
        all.addAll(readers);
        this.readers = List.copyOf(all);
    }

    /** What was found in the files. */
    public record Found(List<Survey> layers, List<List<Candidate>> candidates, List<Words> findings) {
        public Found {
            layers = List.copyOf(layers);
            candidates = List.copyOf(candidates);
            findings = List.copyOf(findings);
        }
    }

    /** Recognises the files and reads each layer through once. */
    public Found survey(List<SourceFile> given, Path folder, @Nullable Charset encoding, Progress progress) {
        return survey(given, new ReadOptions(encoding), folder, progress);
    }

    /** The same with all that was decided about reading. */
    public Found survey(List<SourceFile> given, ReadOptions options, Path folder, Progress progress) {
        progress.at("reading", 0, -1);
        var files = new SourceFiles(Unpacking.of(given, folder, progress));
        Set<SourceFile> claimed = new HashSet<>();
        List<SourceLayer> layers = new ArrayList<>();
        for (FormatReader reader : readers) {
            List<SourceFile> mine = reader.claims(files).stream()
                    .filter(f -> !claimed.contains(f))
                    .toList();
            if (!mine.isEmpty()) {
                claimed.addAll(mine);
                layers.addAll(reader.open(new SourceFiles(mine), options));
            }
        }
        List<Words> findings = new ArrayList<>();
        files.files().stream().filter(f -> !claimed.contains(f)).forEach(f -> findings.add(NotTaken.unknown(f)));
        if (layers.isEmpty()) {
            throw NotTaken.nothing(files);
        }
        List<Survey> surveys = new ArrayList<>();
        layers.forEach(layer -> surveys.add(Survey.of(layer, progress)));
        return new Found(surveys, candidates(surveys), findings);
    }

    /**
     * What would be chosen for a layer if nobody chose.
     *
     * @param target id of the catalogue's layer it goes to, or null to go by its name
     */
    public LayerChoice suggested(Found found, int source, @Nullable String target) {
        Survey survey = found.layers().get(source);
        var matching = new Matching(desk.catalogue());
        LayerType layer = target == null
                ? matching.layer(survey).orElseThrow(() -> NotTaken.unclear(survey))
                : desk.catalogue().layer(target);
        List<Candidate> candidates = found.candidates().get(source);
        return LayerChoice.plain(
                source,
                layer.id(),
                candidates.isEmpty() || CrsGuess.question(survey, candidates).isPresent()
                        ? ""
                        : candidates.get(0).placement().code(),
                matching.fields(layer, survey.layer().fields()),
                survey.layer().checkedOut().isPresent() ? LayerChoice.Mode.CHECKIN : LayerChoice.Mode.NEW);
    }

    /** Mends, maps and compares what the planner chose; nothing is written. */
    public Preview prepare(Found found, List<LayerChoice> choices, Progress progress) {
        List<Prepared> prepared = new ArrayList<>();
        for (LayerChoice choice : choices) {
            if (choice.source() < 0 || choice.source() >= found.layers().size()) {
                throw new Problem.Invalid(
                        Words.of("没有第 " + choice.source() + " 个图层。", "There is no layer " + choice.source() + "."),
                        "layers");
            }
            prepared.add(prepare(
                    found.layers().get(choice.source()), found.candidates().get(choice.source()), choice, progress));
        }
        List<Boolean> drawn = choices.stream()
                .map(c -> found.layers().get(c.source()).layer().format().equals(DRAWING))
                .toList();
        return forecast(Repeats.settled(Vanished.settled(prepared), drawn), progress);
    }

    /** What they would do, and of every plot that would be no piece for a target why; all are counted together, as they would be saved. */
    private Preview forecast(List<Prepared> prepared, Progress progress) {
        List<Change> changes = new ArrayList<>();
        prepared.forEach(p -> p.wished().forEach(wish -> changes.add(wish.change())));
        Forecast forecast = desk.forecast(changes, progress::at);
        Map<Integer, List<NoPiece>> none = forecast.noPieces();
        List<Prepared> told = new ArrayList<>();
        int place = 0;
        for (Prepared layer : prepared) {
            Map<Long, List<Prepared.NotCounted>> why = new HashMap<>();
            for (Prepared.Wish wish : layer.wished()) {
                List<NoPiece> found = none.getOrDefault(place++, List.of());
                if (!found.isEmpty()) {
                    why.put(
                            wish.number(),
                            found.stream()
                                    .map(n -> new Prepared.NotCounted(n.cause(), n.why()))
                                    .toList());
                }
            }
            told.add(layer.withNoPieces(why));
        }
        return new Preview(told, forecast);
    }

    /** Writes it all as one changeset. */
    public Applied apply(String author, String comment, List<Prepared> prepared, Progress progress) {
        List<Change> changes = new ArrayList<>();
        prepared.forEach(p -> changes.addAll(p.changes()));
        if (changes.isEmpty()) {
            Prepared.requireSomeTaken(prepared);
            throw new Problem.Invalid(
                    Words.of("文件与规划一致，没有需要写入的内容。", "The file says what the plan says; there is nothing to write."),
                    "layers");
        }
        progress.at("writing", 0, changes.size());
        boolean onlyNew = changes.stream().allMatch(Change.Create.class::isInstance);
        if (onlyNew && changes.size() >= BULK) {
            List<Change.Create> creates =
                    changes.stream().map(Change.Create.class::cast).toList();
            return desk.importAll(author, comment, creates, progress::at);
        }
        return desk.apply(new Changeset(author, comment, changes), progress::at);
    }

    /** How the numbers of a layer become places, by what the planner chose. */
    Placement placement(LayerChoice choice) {
        if (choice.points().isEmpty()) {
            return PlacementCode.of(choice.crs(), choice.parameters());
        }
        return Placement.of(fit(choice), desk.crs());
    }

    /** The fit of a layer's control points, with what each misses by. */
    ControlFit fit(LayerChoice choice) {
        List<ControlFit.Pair> pairs = choice.points().stream()
                .map(p -> {
                    var plane = desk.crs().projection().forward(p.lonDeg(), p.latDeg());
                    return new ControlFit.Pair(p.x(), p.y(), plane.eastM(), plane.northM());
                })
                .toList();
        return ControlFit.of(choice.method(), pairs);
    }

    private Prepared prepare(Survey survey, List<Candidate> candidates, LayerChoice choice, Progress progress) {
        if (choice.crs().isBlank() && choice.points().isEmpty()) {
            throw NotTaken.unplaced(survey, candidates);
        }
        int year = desk.profile().year();
        new ChoiceCheck(desk.catalogue(), year).check(choice, survey.layer().fields());
        var taking = new Taking(desk.catalogue(), desk.crs(), year, placement(choice), choice);
        // What counts for the plan counts inside its district only; roads and rivers may come from afar.
        boolean counts = taking.layer().addsGreen() && choice.mode() != LayerChoice.Mode.CHECKIN;
        Outside outside = counts ? new Outside(District.of(desk), choice) : null;
        List<Taking.Taken> taken = new ArrayList<>();
        List<Taking.Refused> refused = new ArrayList<>();
        survey.layer().each(row -> {
            progress.wanted().require();
            Taking.Result result = outside == null ? taking.of(row) : outside.checked(taking.of(row));
            if (result instanceof Taking.Taken t) {
                taken.add(t);
            } else if (result instanceof Taking.Refused r) {
                refused.add(r);
            }
            long done = taken.size() + (long) refused.size();
            if (done % 200 == 0) {
                progress.at("checking", done, survey.count());
            }
        });
        if (choice.mode() == LayerChoice.Mode.NEW) {
            return new Prepared(
                    choice,
                    taking.layer(),
                    taken.stream().map(Difference::fresh).toList(),
                    refused,
                    desk.database()
                            .read(session -> Present.of(session, taking.layer(), choice.key(), taken, progress)));
        }
        var rules = new Comparison.Rules(
                taking.layer(),
                choice.key(),
                Set.copyOf(choice.fields().values()),
                choice.mode() == LayerChoice.Mode.CHECKIN ? checkedOut(survey) : null);
        Comparison comparison = desk.database().read(session -> Comparison.of(rules, taken, session, progress));
        refused.addAll(comparison.twice());
        return new Prepared(choice, taking.layer(), comparison.differences(), refused);
    }

    private static Map<Long, Integer> checkedOut(Survey survey) {
        return survey.layer()
                .checkedOut()
                .orElseThrow(() -> new Problem.Invalid(
                        Words.of("该文件不是检出文件，请选择“更新”。", "This file is no checkout. Choose \"update\"."), "mode"));
    }

    /** What is known of a layer's coordinate system before its numbers are looked at. */
    private record Said(String file, Optional<DeclaredCrs> crs) {}

    /** Layers of one file share their coordinate system, and a small layer is judged with its neighbours. */
    private List<List<Candidate>> candidates(List<Survey> surveys) {
        Map<String, List<List<Coordinate>>> samples = new LinkedHashMap<>();
        surveys.forEach(s -> samples.computeIfAbsent(s.layer().file(), f -> new ArrayList<>())
                .add(s.sample()));
        var guess = new CrsGuess(District.of(desk));
        // Layers that say the same of their system get one answer: a drawing has hundreds of them.
        Map<Said, List<Candidate>> answers = new HashMap<>();
        return surveys.stream()
                .map(s -> answers.computeIfAbsent(
                        new Said(s.layer().file(), s.layer().crs()),
                        said -> guess.candidates(
                                samples.getOrDefault(said.file(), List.of()),
                                said.crs().orElse(null))))
                .toList();
    }
}
