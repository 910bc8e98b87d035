package org.greenplan.format.dxf.read;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.dxf.DxfEntity;

/**
 * A symbol or a part of a drawing that INSERTs refer to; kept in memory, so its size is bounded where it is read.
 *
 * @param layers key of the layer on which each of the entities lies
 */
record DxfBlock(String name, double baseX, double baseY, List<DxfEntity> entities, List<String> layers) {
    DxfBlock(String name, double baseX, double baseY) {
        this(name, baseX, baseY, new ArrayList<>(), new ArrayList<>());
    }

    void add(DxfEntity entity, String layerKey) {
        entities.add(entity);
        layers.add(layerKey);
    }

    /** False for what cannot show anything on a layer, so that nothing is made of it. */
    boolean mayShow(int i, String layerKey) {
        String own = layers.get(i);
        return own.equals(layerKey) || own.equals("0") || entities.get(i).type().equals("INSERT");
    }
}
