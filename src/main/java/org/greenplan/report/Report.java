package org.greenplan.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.ledger.Areas;
import org.greenplan.plan.FeatureRef;
import org.greenplan.problem.Words;
import org.greenplan.target.TargetState;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a plan put together for a reader. Every number is a sum of lines of the stored ledger, so every number can be
 * shown on the map as the polygons that make it.
 *
 * @param at when the figures were read
 * @param lastChangeset number of the newest changeset that they contain
 * @param statuses titles of the statuses by code, most advanced first
 * @param total all plots together
 * @param sections the net area by layer, class, status, sub-district and year
 * @param overlaps what plots cover and do not add
 * @param plots the plots by layer and number; a file's list is read from the store as it is written, a page keeps the first ones
 */
public record Report(
        PlanProfile profile,
        Instant at,
        long lastChangeset,
        Map<String, Status> statuses,
        List<TargetState> targets,
        Line total,
        List<Section> sections,
        Overlaps overlaps,
        Iterable<Plot> plots) {
    /** Less than this between gross and net is rounding, not an overlap (square metres). */
    public static final double LEAST_OVERLAP_M2 = 0.01;

    public Report {
        targets = List.copyOf(targets);
        sections = List.copyOf(sections);
    }

    /** A status with the colour in which it is drawn. */
    public record Status(Words title, String colour) {}

    /**
     * The net area split by one property of the plots.
     *
     * @param key {@code layer}, {@code class}, {@code status}, {@code zone} or {@code year}: also the key of the map's filter
     */
    public record Section(String key, Words title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One sum.
     *
     * @param value what the plots have in common: a layer id, a code, a number of a sub-district, a year, or {@code none}
     * @param plots how many plots have a part in it
     * @param gross whole area of those plots, or null where the plots themselves are split (sub-districts)
     * @param lengthM counted length of centre lines in metres
     * @param netByStatus the net area again, by status code
     */
    public record Line(
            String value,
            Words title,
            int plots,
            @Nullable Areas gross,
            Areas net,
            double lengthM,
            Map<String, Areas> netByStatus) {}

    /**
     * A plot with what it covers and what of it counts.
     *
     * @param layer title of its layer
     * @param kind title of its green class, or null
     * @param status its status code
     * @param upgrade true where it improves green that is already there and so adds no area
     * @param losses where the rest went, largest first; empty where nobody has looked
     */
    public record Plot(
            FeatureRef ref,
            Words layer,
            String label,
            @Nullable Words kind,
            String status,
            boolean upgrade,
            @Nullable Long year,
            boolean illustrative,
            Areas gross,
            Areas net,
            double grossLengthM,
            double lengthM,
            List<Loss> losses) {
        public Plot {
            losses = List.copyOf(losses);
        }

        /** What the plot covers and does not add. */
        public Areas uncounted() {
            return gross.minus(net);
        }
    }

    /**
     * A part of a plot that adds nothing.
     *
     * @param why counted by an earlier plot, green already, outside the district, or an upgrade
     * @param other the plot that counts it, or null
     */
    public record Loss(Words why, @Nullable FeatureRef other, @Nullable String otherLabel, Areas area) {}

    /**
     * What plots cover and do not add.
     *
     * @param plots how many plots cover more than they add; upgrades cost nothing and are not among them
     * @param uncounted what they cost together
     * @param worst the most costly of them, with where it went
     */
    public record Overlaps(int plots, Areas uncounted, List<Plot> worst) {
        public Overlaps {
            worst = List.copyOf(worst);
        }
    }
}
