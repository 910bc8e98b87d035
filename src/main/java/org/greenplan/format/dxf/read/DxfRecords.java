package org.greenplan.format.dxf.read;

import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.SourceFile;
import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.format.dxf.DxfGroups;
import org.jspecify.annotations.Nullable;

/** The records of a drawing in their order, vertices and attributes joined to the entity that they belong to. */
final class DxfRecords implements Closeable {
    private static final int COMMENTS_KEPT = 100;
    private static final int LONGEST_COMMENT = 1_000;

    private final SourceFile file;
    private final Charset charset;
    private final DxfGroups groups;
    private final List<String> comments = new ArrayList<>();
    private String section = "";
    private @Nullable String following;
    private long followingAt;
    private long at;
    private boolean begun;
    private boolean ended;

    DxfRecords(SourceFile file, Charset charset) {
        this.file = file;
        this.charset = charset;
        this.groups = new DxfGroups(file);
    }

    /** The next record, null at the end of the file. */
    @Nullable
    DxfEntity next() {
        if (!begun) {
            begun = true;
            skipToFirst();
        }
        String type = following;
        at = followingAt;
        if (type == null) {
            return null;
        }
        var entity = new DxfEntity(file, charset, type, groups.line());
        take(entity);
        if (type.equals("POLYLINE") || type.equals("INSERT")) {
            String part = type.equals("POLYLINE") ? "VERTEX" : "ATTRIB";
            while (part.equals(following)) {
                byte[] name = part.getBytes(StandardCharsets.US_ASCII);
                entity.add(0, name, name.length);
                take(entity);
            }
        }
        if (type.equals("SECTION")) {
            String name = entity.textOf(2);
            section = name == null ? "" : name.strip();
        }
        ended |= type.equals("EOF") || (type.equals("ENDSEC") && section.equals("ENTITIES"));
        return entity;
    }

    /** The record that begins at a place of the file, as {@link #at} gave it. */
    @Nullable
    DxfEntity recordAt(long place) {
        groups.seek(place);
        begun = false;
        following = null;
        return next();
    }

    /** Where the last record begins, bytes from the beginning of the file. */
    long at() {
        return at;
    }

    /** Name of the section that the last record stands in. */
    String section() {
        return section;
    }

    /** True once all entities were read and nothing can be missing. */
    boolean ended() {
        return ended;
    }

    long line() {
        return groups.line();
    }

    /** What was written as comment (group 999) so far; the first ones only. */
    List<String> comments() {
        return comments;
    }

    private void skipToFirst() {
        while (groups.next()) {
            if (groups.code() == 0) {
                following = name();
                followingAt = groups.pairAt();
                return;
            }
            comment();
        }
    }

    private void take(DxfEntity entity) {
        following = null;
        while (groups.next()) {
            int code = groups.code();
            if (code == 0) {
                following = name();
                followingAt = groups.pairAt();
                return;
            }
            if (code == 999) {
                comment();
            } else if (code < 310 || code > 319) {
                entity.add(code, groups.bytes(), groups.length());
            }
        }
    }

    private String name() {
        return new String(groups.bytes(), 0, Math.min(groups.length(), 64), StandardCharsets.ISO_8859_1).strip();
    }

    private void comment() {
        if (groups.code() == 999 && comments.size() < COMMENTS_KEPT) {
            comments.add(new String(groups.bytes(), 0, Math.min(groups.length(), LONGEST_COMMENT), charset));
        }
    }

    @Override
    public void close() {
        groups.close();
    }
}
