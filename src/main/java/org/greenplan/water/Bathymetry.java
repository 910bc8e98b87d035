package org.greenplan.water;

import java.util.List;

/** How much water a lake holds at a level, and how wide it is then. */
public sealed interface Bathymetry {
    /** Surface at a volume, m². */
    double areaM2(double volumeM3);

    /** Level at a volume, metres. */
    double levelM(double volumeM3);

    /** Volume at a level, m³. */
    double volumeM3(double levelM);

    /** Whether it is a law for want of a survey. */
    boolean assumed();

    /**
     * A survey: what lies between its rows is a straight line, what lies above it goes on like its last piece.
     *
     * @param levelsM rising
     * @param volumesM3 rising, the first is 0
     * @param areasM2 never falling
     */
    record Table(List<Double> levelsM, List<Double> volumesM3, List<Double> areasM2) implements Bathymetry {
        public Table {
            levelsM = List.copyOf(levelsM);
            volumesM3 = List.copyOf(volumesM3);
            areasM2 = List.copyOf(areasM2);
            if (levelsM.size() < 2 || levelsM.size() != volumesM3.size() || levelsM.size() != areasM2.size()) {
                throw new IllegalArgumentException("a survey has two rows at least, each with level, volume and area");
            }
            int row = notRising(levelsM, volumesM3, areasM2);
            if (row > 0) {
                throw new IllegalArgumentException("a survey's rows rise; row " + row + " does not");
            }
            if (volumesM3.get(0) != 0) {
                throw new IllegalArgumentException("a survey begins at the bed, with no water");
            }
        }

        /** The first row, counted from 1, that does not rise above the one before it; 0 where all do. */
        public static int notRising(List<Double> levelsM, List<Double> volumesM3, List<Double> areasM2) {
            for (int i = 1; i < levelsM.size(); i++) {
                if (levelsM.get(i) <= levelsM.get(i - 1)
                        || volumesM3.get(i) <= volumesM3.get(i - 1)
                        || areasM2.get(i) < areasM2.get(i - 1)) {
                    return i + 1;
                }
            }
            return 0;
        }

        @Override
        public double areaM2(double volumeM3) {
            return between(volumesM3, areasM2, Math.max(0, volumeM3));
        }

        @Override
        public double levelM(double volumeM3) {
            return between(volumesM3, levelsM, Math.max(0, volumeM3));
        }

        @Override
        public double volumeM3(double levelM) {
            return Math.max(0, between(levelsM, volumesM3, levelM));
        }

        @Override
        public boolean assumed() {
            return false;
        }

        private static double between(List<Double> x, List<Double> y, double at) {
            int i = 1;
            while (i < x.size() - 1 && x.get(i) < at) {
                i++;
            }
            double share = (at - x.get(i - 1)) / (x.get(i) - x.get(i - 1));
            return y.get(i - 1) + share * (y.get(i) - y.get(i - 1));
        }
    }

    /**
     * V = Vn·(h/hn)^1.5 for want of a survey; so the surface grows as the cube root of the volume, and hn = 1.5·Vn/An.
     *
     * @param normalLevelM at the normal volume
     * @param normalM3 the normal volume
     * @param normalM2 surface at the normal volume
     */
    record PowerLaw(double normalLevelM, double normalM3, double normalM2) implements Bathymetry {
        @Override
        public double areaM2(double volumeM3) {
            return normalM2 * Math.cbrt(Math.max(0, volumeM3) / normalM3);
        }

        @Override
        public double levelM(double volumeM3) {
            double share = Math.max(0, volumeM3) / normalM3;
            return normalLevelM - normalDepthM() * (1 - Math.cbrt(share * share));
        }

        @Override
        public double volumeM3(double levelM) {
            double depth = Math.max(0, levelM - normalLevelM + normalDepthM());
            return normalM3 * Math.pow(depth / normalDepthM(), 1.5);
        }

        @Override
        public boolean assumed() {
            return true;
        }

        private double normalDepthM() {
            return 1.5 * normalM3 / normalM2;
        }
    }
}
