package org.greenplan.water;

import java.util.Map;
import java.util.TreeMap;

/**
 * A network in which one number is so many times what was given. Levels and surveyed curves stay as they are: a fifth of a height above the
 * sea means nothing; of a law that stands for a survey the surface is larger or smaller. Shares do not exceed 1.
 *
 * @param at what has the number, as {@link ValueList} names it
 * @param field as {@link ValueList} names it
 */
public record Tilt(String at, String field, double factor) {
    /** The network otherwise. */
    public Network of(Network network) {
        return new Network(
                network.lakes().stream()
                        .map(one -> at.equals(one.id()) ? lake(one) : one)
                        .toList(),
                network.junctions(),
                network.inflows().stream()
                        .map(one -> at.equals(one.id()) && field.equals("m3PerDay")
                                ? new Inflow(one.id(), one.at(), each(one.m3PerDay()))
                                : one)
                        .toList(),
                network.links().stream()
                        .map(one -> at.equals(one.id()) ? link(one) : one)
                        .toList(),
                network.sources().stream()
                        .map(one -> at.equals(one.id()) ? source(one) : one)
                        .toList(),
                network.licences().stream()
                        .map(one -> at.equals(one.id()) ? licence(one) : one)
                        .toList(),
                network.demands().stream()
                        .map(one -> at.equals(one.id()) ? demand(one) : one)
                        .toList(),
                network.years().stream()
                        .map(one -> at.equals(one.id()) ? year(one) : one)
                        .toList(),
                at.equals("network") ? times("yuanPerKwh", network.yuanPerKwh()) : network.yuanPerKwh());
    }

    private Given times(String name, Given given) {
        return field.equals(name) ? given.times(factor) : given;
    }

    private Given share(String name, Given given) {
        Given tilted = times(name, given);
        return tilted.number() > 1 ? new Given(1, tilted.origin()) : tilted;
    }

    private Monthly times(String name, Monthly monthly) {
        return field.equals(name) ? monthly.times(factor) : monthly;
    }

    private Monthly shares(String name, Monthly monthly) {
        return new Monthly(
                monthly.months().stream().map(given -> share(name, given)).toList());
    }

    private Map<String, Monthly> each(Map<String, Monthly> byYear) {
        Map<String, Monthly> tilted = new TreeMap<>();
        byYear.forEach((year, monthly) -> tilted.put(year, monthly.times(factor)));
        return tilted;
    }

    /** What a lake may hold goes with what it normally holds. */
    private Lake lake(Lake lake) {
        boolean whole = field.equals("normalM3");
        return new Lake(
                lake.id(),
                field.equals("shape") && lake.shape() instanceof Bathymetry.PowerLaw law
                        ? new Bathymetry.PowerLaw(law.normalLevelM(), law.normalM3(), law.normalM2() * factor)
                        : lake.shape(),
                times("deadM3", lake.deadM3()),
                times("normalM3", lake.normalM3()),
                whole ? lake.limitM3().times(factor) : times("limitM3", lake.limitM3()),
                times("catchmentM2", lake.catchmentM2()),
                share("runoffCoefficient", lake.runoffCoefficient()),
                times("seepageMmPerDay", lake.seepageMmPerDay()),
                lake.spillTo());
    }

    private Link link(Link link) {
        Drive drive = link.drive() instanceof Drive.Pump pump
                ? new Drive.Pump(
                        times("liftM", pump.liftM()),
                        share("efficiency", pump.efficiency()),
                        times("hoursPerDay", pump.hoursPerDay()))
                : link.drive();
        return new Link(
                link.id(),
                link.from(),
                link.to(),
                times("capacityM3PerDay", link.capacityM3PerDay()),
                shares("openShare", link.openShare()),
                share("lossShare", link.lossShare()),
                drive,
                times("lengthM", link.lengthM()),
                link.stage());
    }

    private Source source(Source source) {
        return new Source(
                source.id(),
                source.at(),
                source.group(),
                times("capacityM3PerDay", source.capacityM3PerDay()),
                field.equals("availability") ? each(source.availability()) : source.availability(),
                shares("openShare", source.openShare()),
                source.licence(),
                times("pricePerM3", source.pricePerM3()),
                source.stage());
    }

    private Licence licence(Licence licence) {
        Map<String, Given> amounts = new TreeMap<>();
        licence.m3PerYear().forEach((year, amount) -> amounts.put(year, times("m3PerYear", amount)));
        return new Licence(licence.id(), amounts, licence.firstMonth());
    }

    private Demand demand(Demand demand) {
        if (demand instanceof Demand.Use use) {
            return new Demand.Use(use.id(), use.level(), use.at(), times("m3PerDay", use.m3PerDay()));
        } else if (demand instanceof Demand.LinkFlow flow) {
            return new Demand.LinkFlow(flow.id(), flow.level(), flow.at(), times("m3PerDay", flow.m3PerDay()));
        } else if (demand instanceof Demand.Storage storage) {
            return new Demand.Storage(
                    storage.id(), storage.level(), storage.at(), shares("shareOfNormal", storage.shareOfNormal()));
        }
        var turnover = (Demand.Turnover) demand;
        return new Demand.Turnover(
                turnover.id(), turnover.level(), turnover.at(), times("days", turnover.days()), turnover.notBy());
    }

    private TypicalYear year(TypicalYear year) {
        return new TypicalYear(
                year.id(),
                year.frequencyPercent(),
                times("rainMm", year.rainMm()),
                times("evaporationMm", year.evaporationMm()));
    }
}
