package org.greenplan.format;

import java.util.List;

/** Reads one format. It never trusts a length, a count or a name in a file. */
public interface FormatReader {
    /** Short name of the format, such as {@code shapefile}. */
    String id();

    /** The files that are of this format, told by what is in them; those that only accompany another (a .dbf) too. */
    List<SourceFile> claims(SourceFiles files);

    /**
     * The layers of the files it claims.
     *
     * @throws org.greenplan.problem.Problem.Invalid where a file is broken, naming file and the way out
     */
    List<SourceLayer> open(SourceFiles files, ReadOptions options);
}
