package org.greenplan.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.catalogue.Bundled;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;

/** The bundled catalogue in other words: district, zone, title, number, status, effect, class and year are called otherwise. */
public final class OtherWords {
    /** The bundled words and those of this test; every one of them is a name or a code and no title. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("id: district\n", "id: city_limits\n"),
            Map.entry("id: sub_districts\n", "id: towns\n"),
            Map.entry("{name: status,", "{name: stage,"),
            Map.entry("{name: effect,", "{name: deed,"),
            Map.entry("{name: class,", "{name: sort,"),
            Map.entry("{name: year,", "{name: season,"),
            Map.entry("{name: name,", "{name: mingcheng,"),
            Map.entry("{name: code,", "{name: bianhao,"),
            Map.entry("label: \"{name}", "label: \"{mingcheng}"),
            Map.entry("aliases: [DKMC, 地块名称, MC, NAME, 名称]", "aliases: []"),
            Map.entry("id: status\n", "id: stages\n"),
            Map.entry("id: effect\n", "id: deeds\n"),
            Map.entry("codes: \"status\"", "codes: \"stages\""),
            Map.entry("codes: \"effect\"", "codes: \"deeds\""),
            Map.entry("\"completed\"", "\"done\""),
            Map.entry("\"proposed\"", "\"idea\""),
            Map.entry("\"upgrade\"", "\"better\""),
            Map.entry("\"new\"", "\"fresh\""));

    public static final Catalogue CATALOGUE = CatalogueReader.read(new Bundled(files()));

    public static final PlanProfile PROFILE = PlanProfileReader.read(
            "plan.yaml",
            Bundled.resource("shangjie")
                    .text("plan.yaml")
                    .replace("class = 'G14'", "sort = 'G14'")
                    .replace("year: 2019", "year: 2026"),
            CATALOGUE);

    private OtherWords() {}

    /** Its files by their names. */
    public static Map<String, String> files() {
        Map<String, String> files =
                new LinkedHashMap<>(Bundled.resource("catalogue").files());
        files.replaceAll((name, text) -> {
            boolean plots = text.contains("codes: \"status\"") || name.matches("codes/(status|effect).yaml");
            String out = text;
            for (var word : WORDS.entrySet()) {
                boolean every =
                        word.getKey().startsWith("id: ") || word.getValue().matches(".*(mingcheng|bianhao|\\[\\]).*");
                out = plots || every ? out.replace(word.getKey(), word.getValue()) : out;
            }
            return out;
        });
        return files;
    }
}
