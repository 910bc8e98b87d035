package org.greenplan.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a person at the map can mend: what is wrong, where, and the way out, in both languages. Everything else that
 * goes wrong is a fault of the program and is answered with an id and a log line, never with a Problem.
 */
public abstract sealed class Problem extends RuntimeException {
    private final transient Words words;
    private final @Nullable String field;
    private final transient Map<String, Object> details;

    private Problem(Words words, @Nullable String field, Map<String, Object> details) {
        super(words.en());
        this.words = words;
        this.field = field;
        this.details = Map.copyOf(details);
    }

    /** HTTP status of this kind of problem. */
    public abstract int status();

    /** Short kebab-case kind, the last part of the problem type URI. */
    public abstract String kind();

    public Words words() {
        return words;
    }

    /** JSON-path-like name of the field at fault, such as {@code changes[0].feature.properties.name}, or null. */
    public @Nullable String field() {
        return field;
    }

    /** Further members of the problem document: JSON-ready values (strings, numbers, lists, maps). */
    public Map<String, Object> details() {
        return details;
    }

    /** The input cannot be accepted as it is. Nothing was changed. */
    public static final class Invalid extends Problem {
        public Invalid(Words words, @Nullable String field) {
            super(words, field, Map.of());
        }

        public Invalid(Words words, @Nullable String field, Map<String, Object> details) {
            super(words, field, details);
        }

        /** A geometry fault with its place, longitude and latitude in degrees (EPSG:4490). */
        public static Invalid at(Words words, @Nullable String field, double lon, double lat) {
            var place = new LinkedHashMap<String, Object>();
            place.put("type", "Point");
            place.put("coordinates", java.util.List.of(lon, lat));
            return new Invalid(words, field, Map.of("place", place));
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String kind() {
            return "invalid";
        }
    }

    /** The question cannot be understood as it is asked: a parameter of an address, a filter, a coordinate system. */
    public static final class BadRequest extends Problem {
        public BadRequest(Words words, @Nullable String field) {
            super(words, field, Map.of());
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public String kind() {
            return "bad-request";
        }
    }

    /** There is no such thing (any more). */
    public static final class Missing extends Problem {
        public Missing(Words words) {
            super(words, null, Map.of());
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public String kind() {
            return "missing";
        }
    }

    /** The request does not keep the terms of the interface: its form, its media type, its conditions. */
    public static final class Terms extends Problem {
        /** Which term, with its HTTP status. */
        public enum Kind {
            NOT_ACCEPTABLE(406),
            PRECONDITION_FAILED(412),
            UNSUPPORTED_MEDIA_TYPE(415),
            PRECONDITION_REQUIRED(428);

            private final int status;

            Kind(int status) {
                this.status = status;
            }
        }

        private final Kind term;

        public Terms(Kind term, Words words, @Nullable String field) {
            super(words, field, Map.of());
            this.term = term;
        }

        @Override
        public int status() {
            return term.status;
        }

        @Override
        public String kind() {
            return term.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Somebody was faster. The details carry the present state under {@code current}. */
    public static final class Conflict extends Problem {
        public Conflict(Words words, @Nullable String field, Map<String, Object> details) {
            super(words, field, details);
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String kind() {
            return "conflict";
        }
    }

    /** Somebody holds what is to be written, in another program, and has not let go in the time that one waits. Nothing was changed. */
    public static final class Held extends Problem {
        public Held(Words words, @Nullable String field) {
            super(words, field, Map.of());
        }

        @Override
        public int status() {
            return 423;
        }

        @Override
        public String kind() {
            return "held";
        }
    }

    /** This may not be done from here or by this person. */
    public static final class Forbidden extends Problem {
        public Forbidden(Words words) {
            super(words, null, Map.of());
        }

        @Override
        public int status() {
            return 403;
        }

        @Override
        public String kind() {
            return "forbidden";
        }
    }

    /** Through no fault of the request it cannot be answered now: the store is in trouble, or somebody else is at work. */
    public static final class Unavailable extends Problem {
        private final int status;
        private final int retryAfterS;

        private Unavailable(int status, Words words, int retryAfterS, Map<String, Object> details) {
            super(words, null, details);
            this.status = status;
            this.retryAfterS = retryAfterS;
        }

        /** To be tried again after some seconds. */
        public static Unavailable of(Words words, int retryAfterS) {
            return of(words, retryAfterS, Map.of());
        }

        /** To be tried again after some seconds; the details say what it waits for. */
        public static Unavailable of(Words words, int retryAfterS, Map<String, Object> details) {
            return new Unavailable(503, words, retryAfterS, details);
        }

        /** There is no room on the disk. */
        public static Unavailable full(Words words, int retryAfterS) {
            return new Unavailable(507, words, retryAfterS, Map.of());
        }

        /** When it may be worth another try, in seconds. */
        public int retryAfterS() {
            return retryAfterS;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public String kind() {
            return "unavailable";
        }
    }

    /** Nobody waits for the answer any more. */
    public static final class CalledOff extends Problem {
        public CalledOff() {
            super(Words.of("已取消，没有任何改动。", "Called off; nothing was changed."), null, Map.of());
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public String kind() {
            return "called-off";
        }
    }

    /** More than the desk takes in one request. */
    public static final class TooLarge extends Problem {
        public TooLarge(Words words) {
            super(words, null, Map.of());
        }

        /** What was asked for needs more memory than the program was given. */
        public static TooLarge forTheMemory() {
            long heapMiB = Runtime.getRuntime().maxMemory() >> 20;
            return new TooLarge(Words.of(
                    "内存不足(" + heapMiB + " MB)，规划未作任何改动。请分批处理，或给程序更多内存，例如 java -Xmx8g -jar greenplan.jar。",
                    "The memory (" + heapMiB
                            + " MB) is too small for this; nothing of the plan was changed. Do it in parts, or give the"
                            + " program more, for instance java -Xmx8g -jar greenplan.jar."));
        }

        @Override
        public int status() {
            return 413;
        }

        @Override
        public String kind() {
            return "too-large";
        }
    }
}
