package org.greenplan.network;

/**
 * A stretch of a line between two nodes; water runs from the one to the other, as the line was digitised.
 *
 * @param id of the line, its part, and its place among the stretches of the part
 * @param fromM where it begins, metres from the start of the part
 * @param toM where it ends
 * @param from the node where it begins
 * @param to the node where it ends
 */
public record Edge(String id, String feature, int part, double fromM, double toM, String from, String to) {
    public double lengthM() {
        return toM - fromM;
    }
}
