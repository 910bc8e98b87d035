package org.greenplan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.greenplan.problem.Words;

/** Writes one format as a stream, whatever the number of features. */
public interface FormatWriter {
    /** Which coordinate systems make sense in the format. */
    enum Coordinates {
        /** Any on offer; longitude and latitude unless asked otherwise. */
        ANY,
        /** Longitude and latitude only. */
        LON_LAT,
        /** A drawing's plane: the plan's own unless asked otherwise, never degrees. */
        PLANE,
        /** The plan's plane with its zone number before the easting, unless asked otherwise. */
        PREFIXED_PLANE,
        /** The same, and never a local plane: the zone is written into the file. */
        PREFIXED_ZONE
    }

    /** Short name of the format, as in addresses and on the command line. */
    String id();

    /** What people call it. */
    Words title();

    /** What the format cannot hold, told to whoever chooses it before anything is lost. */
    List<Words> limits();

    /** Extension of the file it writes, without dot; {@code zip} where the format is several files. */
    String extension();

    String mediaType();

    /** The extension under these options: a drawing with a side text is an archive of both. */
    default String extension(WriteOptions options) {
        return extension();
    }

    /** The media type under these options. */
    default String mediaType(WriteOptions options) {
        return mediaType();
    }

    Coordinates coordinates();

    /** True where the format itself draws the green belt of a line beside it; else belts can go along as a layer of areas. */
    default boolean drawsBelts() {
        return false;
    }

    /** True where every field of a layer is written; drawings and parcel files have no place for figures. */
    default boolean hasColumns() {
        return true;
    }

    /** Names of the options it understands. */
    Set<String> options();

    /**
     * Writes the layers of the plan and leaves the stream open.
     *
     * @return number of features written
     */
    long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException;

    /**
     * Writes as above and tells what the format could not hold: letters outside its encoding, layers it has no shapes for.
     *
     * @param notes takes each such remark
     */
    default long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out, Consumer<Words> notes)
            throws IOException {
        return write(plan, rows, options, out);
    }
}
