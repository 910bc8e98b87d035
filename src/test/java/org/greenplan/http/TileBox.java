package org.greenplan.http;

import java.nio.ByteBuffer;

/** What a vector tile holds, as far as the tests ask: how many vertices, and between which columns of the grid. */
record TileBox(int vertices, int minX, int maxX) {
    private static final int LAYER = 3;
    private static final int FEATURE = 2;
    private static final int GEOMETRY = 4;

    static TileBox of(byte[] tile) {
        int[] found = {0, Integer.MAX_VALUE, Integer.MIN_VALUE};
        each(
                ByteBuffer.wrap(tile),
                LAYER,
                layer -> each(layer, FEATURE, feature -> each(feature, GEOMETRY, commands -> follow(commands, found))));
        return new TileBox(found[0], found[1], found[2]);
    }

    private interface Part {
        void read(ByteBuffer part);
    }

    private static void each(ByteBuffer in, int field, Part part) {
        while (in.hasRemaining()) {
            long key = varint(in);
            switch ((int) key & 7) {
                case 0 -> varint(in);
                case 1 -> in.position(in.position() + 8);
                case 2 -> {
                    int length = (int) varint(in);
                    if (key >> 3 == field) {
                        part.read(in.slice(in.position(), length));
                    }
                    in.position(in.position() + length);
                }
                default -> throw new IllegalStateException("wire type of " + key);
            }
        }
    }

    private static void follow(ByteBuffer commands, int[] found) {
        int x = 0;
        while (commands.hasRemaining()) {
            int command = (int) varint(commands);
            int count = (command & 7) == 7 ? 0 : command >> 3;
            for (int i = 0; i < count; i++) {
                x += zigzag(varint(commands));
                varint(commands);
                found[0]++;
                found[1] = Math.min(found[1], x);
                found[2] = Math.max(found[2], x);
            }
        }
    }

    private static int zigzag(long value) {
        return (int) (value >>> 1) ^ -(int) (value & 1);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
