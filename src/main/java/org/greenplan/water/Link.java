package org.greenplan.water;

/**
 * A river reach, channel, pipe, culvert, weir or gate that leads water one way.
 *
 * @param capacityM3PerDay infinite for a river
 * @param openShare by month, 0 closed to 1 open
 * @param lossShare of what enters, 0 to 1
 * @param lengthM the last thing that decides which way water takes
 * @param stage from when on it is there
 */
public record Link(
        String id,
        String from,
        String to,
        Given capacityM3PerDay,
        Monthly openShare,
        Given lossShare,
        Drive drive,
        Given lengthM,
        Stage stage) {
    /** What it can lead in a month, m³: days, open share and, where it is pumped, hours. */
    public double capacityM3(int month) {
        double hours = drive instanceof Drive.Pump pump ? pump.hoursPerDay().number() / 24 : 1;
        double open = openShare.at(month) * hours;
        return open == 0 ? 0 : capacityM3PerDay.number() * Monthly.days(month) * open;
    }

    /** The same with another capacity. */
    public Link withCapacity(Given other) {
        return new Link(id, from, to, other, openShare, lossShare, drive, lengthM, stage);
    }
}
