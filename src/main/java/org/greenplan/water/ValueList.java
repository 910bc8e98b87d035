package org.greenplan.water;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every number of a network for one typical year, with its name: which are missing, which are assumed. */
public final class ValueList {
    private final List<Missing> missing = new ArrayList<>();
    private final List<Missing> assumed = new ArrayList<>();

    /** Looks through a network. */
    public ValueList(Network network, String year) {
        TypicalYear typical = network.year(year);
        look(year, "rainMm", typical.rainMm());
        look(year, "evaporationMm", typical.evaporationMm());
        look("network", "yuanPerKwh", network.yuanPerKwh());
        network.lakes().forEach(this::lake);
        network.inflows().forEach(inflow -> inYear(inflow.id(), "m3PerDay", inflow.m3PerDay(), year));
        network.links().forEach(this::link);
        network.sources().forEach(source -> source(source, year));
        for (Licence licence : network.licences()) {
            look(licence.id(), "m3PerYear", licence.m3PerYear().getOrDefault(year, Given.MISSING));
        }
        network.demands().forEach(this::demand);
    }

    private void lake(Lake lake) {
        look(lake.id(), "deadM3", lake.deadM3());
        look(lake.id(), "normalM3", lake.normalM3());
        look(lake.id(), "limitM3", lake.limitM3());
        look(lake.id(), "catchmentM2", lake.catchmentM2());
        look(lake.id(), "runoffCoefficient", lake.runoffCoefficient());
        look(lake.id(), "seepageMmPerDay", lake.seepageMmPerDay());
        if (lake.shape().assumed()) {
            assumed.add(new Missing(lake.id(), "shape", 0));
        }
    }

    private void link(Link link) {
        look(link.id(), "capacityM3PerDay", link.capacityM3PerDay());
        look(link.id(), "openShare", link.openShare());
        look(link.id(), "lossShare", link.lossShare());
        look(link.id(), "lengthM", link.lengthM());
        if (link.drive() instanceof Drive.Pump pump) {
            look(link.id(), "liftM", pump.liftM());
            look(link.id(), "efficiency", pump.efficiency());
            look(link.id(), "hoursPerDay", pump.hoursPerDay());
        } else if (link.drive() instanceof Drive.Gravity gravity && gravity.sillM() != null) {
            look(link.id(), "sillM", gravity.sillM());
        }
    }

    private void source(Source source, String year) {
        look(source.id(), "capacityM3PerDay", source.capacityM3PerDay());
        inYear(source.id(), "availability", source.availability(), year);
        look(source.id(), "openShare", source.openShare());
        look(source.id(), "pricePerM3", source.pricePerM3());
    }

    private void demand(Demand demand) {
        if (demand instanceof Demand.Use use) {
            look(demand.id(), "m3PerDay", use.m3PerDay());
        } else if (demand instanceof Demand.LinkFlow flow) {
            look(demand.id(), "m3PerDay", flow.m3PerDay());
        } else if (demand instanceof Demand.Storage storage) {
            look(demand.id(), "shareOfNormal", storage.shareOfNormal());
        } else if (demand instanceof Demand.Turnover turnover) {
            look(demand.id(), "days", turnover.days());
        }
    }

    private void inYear(String id, String field, Map<String, Monthly> byYear, String year) {
        look(id, field, byYear.getOrDefault(year, Monthly.constant(Given.MISSING)));
    }

    private void look(String id, String field, Monthly monthly) {
        if (monthly.months().stream().distinct().count() == 1) {
            look(id, field, 0, monthly.months().get(0));
            return;
        }
        for (int month = 1; month <= 12; month++) {
            look(id, field, month, monthly.months().get(month - 1));
        }
    }

    private void look(String id, String field, Given given) {
        look(id, field, 0, given);
    }

    private void look(String id, String field, int month, Given given) {
        if (given.isMissing()) {
            missing.add(new Missing(id, field, month));
        } else if (given.isAssumed()) {
            assumed.add(new Missing(id, field, month));
        }
    }

    /** The numbers that nobody has said: with one of them, there is no answer. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** The numbers taken for want of better ones: every answer rests on them. */
    public List<Missing> assumed() {
        return List.copyOf(assumed);
    }
}
