package org.greenplan.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.store.Part;

/**
 * The pictures of a plan by what is in them: one that is named by a record never changes and never goes, so that undo and history need only
 * the record. They lie in the plan in pieces of text, which both stores, a copy and a backup carry like any other row.
 */
public record PhotoStore(Session session) {
    private static final String TABLE = "greenplan_picture";

    /** A piece is small enough that a copy may hold a thousand. */
    private static final int PIECE = 48_000;

    /** The table of the pictures. */
    public static final Part PART = new Part(
            "photos",
            Part.Version.FIRST,
            List.of(new Table(
                    TABLE,
                    "照片 pictures",
                    null,
                    List.of(Table.text("picture"), Table.integer("piece"), Table.text("text")),
                    List.of("picture"))),
            List.of());

    /** Keeps a picture, once however often it is brought, and answers its name. */
    public String put(byte[] jpeg) {
        String name = name(jpeg);
        if (find(name).isEmpty()) {
            for (int at = 0; at < jpeg.length; at += PIECE) {
                byte[] piece = java.util.Arrays.copyOfRange(jpeg, at, Math.min(jpeg.length, at + PIECE));
                session.insert(
                        TABLE,
                        List.of("picture", "piece", "text"),
                        List.of(name, (long) (at / PIECE), Base64.getEncoder().encodeToString(piece)));
            }
        }
        return name;
    }

    /** The picture of a name, if the plan has it. */
    public Optional<byte[]> find(String name) {
        if (!session.has(TABLE)) {
            return Optional.empty();
        }
        var bytes = new java.io.ByteArrayOutputStream();
        session.each(
                "SELECT text FROM " + TABLE + " WHERE picture = ? ORDER BY piece",
                List.of(name),
                row -> Base64.getDecoder().decode(row.getString(1)),
                bytes::writeBytes);
        return bytes.size() == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    private static String name(byte[] jpeg) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
