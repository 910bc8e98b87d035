package org.greenplan.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.greenplan.feature.FeatureRef;
import org.jspecify.annotations.Nullable;

/**
 * The stamp of a changeset while it is written down: the hash (half of SHA-256) of the stamp before it, its content and 64 random bits.
 * Two copies of a plan that went different ways never have a newer stamp in common, whatever their changesets are numbered.
 */
final class Stamp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private final MessageDigest digest;

    /**
     * @param before the stamp of the changeset before this one, empty for the first
     * @param nonce random bits, kept with the changeset so that the chain of stamps can be checked
     */
    Stamp(String before, String nonce) {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        text(before).text(nonce);
    }

    static String nonce() {
        return String.format(java.util.Locale.ROOT, "%016x", RANDOM.nextLong());
    }

    /** Every text with its length before it, so that no two contents read alike. */
    Stamp text(@Nullable String text) {
        if (text == null) {
            return length(-1);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    Stamp number(@Nullable Long number) {
        return text(number == null ? null : number.toString());
    }

    /** The heading of the changeset and its time. */
    Stamp heading(Heading heading, String at) {
        return text(heading.author())
                .text(heading.comment())
                .text(at)
                .text(heading.origin().code())
                .number(heading.undoes())
                .text(heading.request());
    }

    /** One feature, before and after as history keeps them. */
    Stamp step(FeatureRef ref, @Nullable String before, @Nullable String after) {
        return text(ref.layer()).number(ref.id()).text(before).text(after);
    }

    /** The finished stamp, 32 hexadecimal digits. */
    String finished() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private Stamp length(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }
}
