package org.greenplan.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.count.Areas;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Words;
import org.greenplan.programme.NoPiece;
import org.greenplan.programme.TargetState;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a plan put together for a reader. Every number is a sum of lines of the stored ledger, so every number can be
 * shown on the map as the polygons that make it.
 *
 * @param asOf the newest changeset that the figures contain
 * @param statuses titles of the statuses by code, most advanced first; last, where plots have another, {@link TargetState#UNKNOWN}
 * @param total all plots together
 * @param sections the net area by layer, class, status, sub-district and year
 * @param overlaps what plots cover and do not add
 * @param zoneOverlaps a sentence for each two sub-districts that overlap
 * @param plots the plots by layer and number; a file's list is read from the store as it is written, a page keeps the first ones
 */
public record Report(
        PlanProfile profile,
        AsOf asOf,
        Map<String, Status> statuses,
        List<TargetState> targets,
        Line total,
        List<Section> sections,
        Overlaps overlaps,
        List<Words> zoneOverlaps,
        Iterable<Plot> plots) {
    /** Less than this between gross and net is rounding, not an overlap (square metres). */
    public static final double LEAST_OVERLAP_M2 = 0.01;

    public Report {
        targets = List.copyOf(targets);
        sections = List.copyOf(sections);
        zoneOverlaps = List.copyOf(zoneOverlaps);
    }

    /**
     * What the figures are true for.
     *
     * @param changeset number of the newest changeset, 0 where nobody has changed the plan yet
     * @param at when it was committed, or null
     * @param stamp its stamp, by which copies of one plan are told apart; empty where there is none
     */
    public record AsOf(long changeset, @Nullable Instant at, String stamp) {
        static final AsOf START = new AsOf(0, null, "");
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
     * @param netByStatus the net area again, by status code; what has no status of the catalogue under {@link TargetState#UNKNOWN}
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
     * @param status its status code, {@code none} where it has none
     * @param upgrade true where it improves green that is already there and so adds no area
     * @param losses where the rest went, largest first; null where nobody has looked
     * @param noPieces the targets of pieces that look at it and do not count it, and why
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
            @Nullable List<Loss> losses,
            List<NoPiece> noPieces) {
        public Plot {
            noPieces = List.copyOf(noPieces);
            losses = losses == null ? null : List.copyOf(losses);
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
