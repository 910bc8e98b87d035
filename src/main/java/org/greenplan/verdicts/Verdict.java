package org.greenplan.verdicts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.problem.Words;

/**
 * One of the four verdicts.
 *
 * @param reasons in sentences, the weightiest first
 * @param features that decide it
 * @param figures by name
 */
public record Verdict(
        Kind kind, Standing standing, List<Words> reasons, List<String> features, Map<String, Double> figures) {
    /** What is judged. */
    public enum Kind {
        CIRCULATING,
        BALANCED,
        BACKED,
        CLEAR;

        /** What people call it. */
        public Words title() {
            return switch (this) {
                case CIRCULATING -> Words.of("循环畅通", "Circulating");
                case BALANCED -> Words.of("丰枯调剂", "Wet and dry balanced");
                case BACKED -> Words.of("多源互补", "Sources back each other");
                case CLEAR -> Words.of("水清岸绿", "Clear water, green banks");
            };
        }

        /** As it is written outside. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict {
        reasons = List.copyOf(reasons);
        features = features.stream().distinct().toList();
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
