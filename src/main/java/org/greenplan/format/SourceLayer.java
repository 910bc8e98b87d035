package org.greenplan.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.greenplan.problem.Words;

/** One table of a foreign file: a shapefile, a layer of a drawing, a folder of placemarks. It can be read as often as one likes. */
public interface SourceLayer {
    /** Name of the layer inside its file, or of the file. */
    String name();

    /** The file it came from, for people. */
    String file();

    /** Short name of the format, such as {@code shapefile}. */
    String format();

    List<SourceField> fields();

    /** What the file says of its coordinate system; empty where it says nothing. */
    Optional<DeclaredCrs> crs();

    /** Number of records where the file tells it without being read through. */
    OptionalLong count();

    /**
     * Numbers and versions of the features that this layer was given out with, where it is a checkout of ours; by them it is known
     * what was deleted in it. Empty for any other file.
     */
    default Optional<Map<Long, Integer>> checkedOut() {
        return Optional.empty();
    }

    /** What the columns of a table were taken for, which the planner may say better; empty for what is no table. */
    default Optional<TableColumns> tableColumns() {
        return Optional.empty();
    }

    /** What was found out about the file as a whole and why: its encoding, a missing index, a wrong extension. */
    List<Words> findings();

    /**
     * Reads every record in the file's order, one at a time; memory does not grow with the file.
     *
     * @throws org.greenplan.problem.Problem.Invalid where the file is broken, naming file, record and the way out
     */
    void each(Consumer<SourceRow> to);
}
