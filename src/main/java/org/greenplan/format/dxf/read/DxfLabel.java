package org.greenplan.format.dxf.read;

import org.greenplan.format.dxf.DxfEntity;
import org.greenplan.format.dxf.DxfText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A text of a drawing and where its middle lies, as far as that can be told without the font.
 *
 * @param start the middle of its first letter
 * @param height of its letters, metres
 */
record DxfLabel(String words, Coordinate middle, Coordinate start, double height) {
    private static final double NARROW = 0.6;
    private static final int LONGEST = 2_000;
    /** Group in which a long MTEXT of newer drawings begins to repeat itself for columns. */
    private static final int EMBEDDED = 101;

    static DxfLabel of(DxfEntity entity, AffineTransformation place) {
        boolean paragraphs = entity.type().equals("MTEXT");
        String words = paragraphs ? DxfText.paragraphs(written(entity)) : DxfText.plain(written(entity));
        double height = Math.abs(entity.real(40, 1));
        double[] shift = paragraphs ? paragraphShift(entity, words, height) : lineShift(entity, words, height);
        boolean aligned = !paragraphs && entity.find(11) >= 0 && (entity.integer(72, 0) | vertical(entity)) != 0;
        double angle = paragraphs && entity.find(11) >= 0
                ? Math.atan2(entity.real(21, 0), entity.real(11, 1))
                : Math.toRadians(entity.real(50, 0));
        double x = entity.real(aligned ? 11 : 10, 0) + shift[0] * Math.cos(angle) - shift[1] * Math.sin(angle);
        double y = entity.real(aligned ? 21 : 20, 0) + shift[0] * Math.sin(angle) + shift[1] * Math.cos(angle);
        AffineTransformation toPlane = paragraphs ? place : DxfPlane.of(entity).compose(place);
        Coordinate middle = toPlane.transform(new CoordinateXY(x, y), new CoordinateXY());
        double back = Math.max(0, widest(words, height) - height) / 2;
        Coordinate first = new CoordinateXY(x - back * Math.cos(angle), y - back * Math.sin(angle));
        Coordinate start = toPlane.transform(first, new CoordinateXY());
        String kept = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return new DxfLabel(kept, middle, start, height * DxfPlane.scale(toPlane));
    }

    private static int vertical(DxfEntity entity) {
        return entity.integer(entity.type().equals("ATTRIB") ? 74 : 73, 0);
    }

    private static String written(DxfEntity entity) {
        var text = new StringBuilder();
        for (int i = 0; i < entity.size() && entity.code(i) != EMBEDDED && entity.code(i) < 1000; i++) {
            if (entity.code(i) == 1 || (entity.code(i) == 3 && entity.type().equals("MTEXT"))) {
                text.append(entity.text(i));
            }
        }
        return DxfText.characters(text.toString());
    }

    private static double[] lineShift(DxfEntity entity, String words, double height) {
        double width = width(words, height);
        double x =
                switch (entity.integer(72, 0)) {
                    case 1, 4 -> 0;
                    case 2 -> -width / 2;
                    default -> width / 2;
                };
        boolean middle = vertical(entity) == 2 || entity.integer(72, 0) == 4;
        double y = middle ? 0 : vertical(entity) == 3 ? -height / 2 : height / 2;
        return new double[] {x, y};
    }

    private static double[] paragraphShift(DxfEntity entity, String words, double height) {
        String[] lines = words.split("\n", -1);
        double width = widest(words, height);
        int attachment = Math.max(1, Math.min(9, entity.integer(71, 1))) - 1;
        double x = (1 - attachment % 3) * width / 2;
        double y = (attachment / 3 - 1) * lines.length * height * 5 / 6;
        return new double[] {x, y};
    }

    private static double widest(String words, double height) {
        return words.lines().mapToDouble(line -> width(line, height)).max().orElse(0);
    }

    /** Chinese letters are as wide as high. */
    private static double width(String line, double height) {
        double letters = 0;
        for (int i = 0; i < line.length(); i++) {
            letters += line.charAt(i) < 0x2E80 ? NARROW : 1;
        }
        return letters * height;
    }
}
