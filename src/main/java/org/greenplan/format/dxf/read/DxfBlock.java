package org.greenplan.format.dxf.read;

import java.util.List;
import org.greenplan.format.dxf.DxfEntity;

/** A symbol or a part of a drawing that INSERTs refer to; kept in memory, so its size is bounded where it is read. */
record DxfBlock(String name, double baseX, double baseY, List<DxfEntity> entities) {}
