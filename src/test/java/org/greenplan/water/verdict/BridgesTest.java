package org.greenplan.water.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Stage;
import org.junit.jupiter.api.Test;

class BridgesTest {
    /** Each link taken away in turn, and its sides walked, says the same as one walk over all. */
    @Test
    void areTheLinksWithoutWhichLakesPart() {
        Random random = new Random(20190701);
        int found = 0;
        for (int i = 0; i < 500; i++) {
            int places = 2 + random.nextInt(8);
            List<String> names = new ArrayList<>();
            Set<String> lakes = new HashSet<>();
            for (int place = 0; place < places; place++) {
                names.add("P" + place);
                if (random.nextInt(3) > 0) {
                    lakes.add("P" + place);
                }
            }
            List<Link> links = new ArrayList<>();
            for (int link = random.nextInt(places + 3); link >= 0; link--) {
                int from = random.nextInt(places);
                int to = (from + 1 + random.nextInt(places - 1)) % places;
                links.add(link("L" + link, names.get(from), names.get(to)));
            }
            Network network = network(names, lakes, links);
            List<String> bridges =
                    Bridges.of(network, lakes).stream().map(Link::id).toList();
            assertThat(bridges)
                    .as("%s %s", lakes, links)
                    .containsExactlyElementsOf(network.links().stream()
                            .filter(link -> parts(link, links, lakes))
                            .map(Link::id)
                            .toList());
            found += bridges.size();
        }
        assertThat(found).isGreaterThan(300);
    }

    private static boolean parts(Link gone, List<Link> links, Set<String> lakes) {
        List<Link> rest = links.stream().filter(link -> link != gone).toList();
        Set<String> one = side(gone.from(), rest);
        Set<String> other = side(gone.to(), rest);
        return !one.contains(gone.to())
                && one.stream().anyMatch(lakes::contains)
                && other.stream().anyMatch(lakes::contains);
    }

    private static Set<String> side(String first, List<Link> links) {
        Set<String> side = new HashSet<>(Set.of(first));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Link link : links) {
                if (side.contains(link.from()) || side.contains(link.to())) {
                    grows |= side.addAll(List.of(link.from(), link.to()));
                }
            }
        }
        return side;
    }

    private static Network network(List<String> places, Set<String> lakes, List<Link> links) {
        return new Network(
                places.stream().filter(lakes::contains).map(BridgesTest::lake).toList(),
                places.stream()
                        .filter(place -> !lakes.contains(place))
                        .map(place -> new Junction(place, false))
                        .toList(),
                List.of(),
                links,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Given.of(0.6));
    }

    private static Lake lake(String id) {
        return new Lake(
                id,
                new Bathymetry.PowerLaw(150, 1e5, 3e4),
                Given.of(0),
                Given.of(1e5),
                Monthly.constant(Given.of(1e5)),
                Given.of(1e6),
                Given.of(0.15),
                Given.of(2),
                null);
    }

    private static Link link(String id, String from, String to) {
        return new Link(
                id,
                from,
                to,
                Given.of(1_000),
                Monthly.constant(Given.of(1)),
                Given.of(0),
                new Drive.Gravity(null),
                Given.of(100),
                Stage.TODAY);
    }
}
