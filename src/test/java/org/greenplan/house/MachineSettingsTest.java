package org.greenplan.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program writes and reads hangs on no setting of the machine: whoever formats names the language, whoever dates the zone. */
class MachineSettingsTest {
    private static final String CONSTRUCTOR = "<init>";

    /** What falls back on the machine's language where no {@code Locale} or {@code DecimalFormatSymbols} is given. */
    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(
            Map.entry("java.lang.String", Set.of("format", "formatted", "toUpperCase", "toLowerCase")),
            Map.entry("java.io.PrintStream", Set.of("format", "printf")),
            Map.entry("java.io.PrintWriter", Set.of("format", "printf")),
            Map.entry("java.io.Console", Set.of("format", "printf", "readLine")),
            Map.entry("java.util.Formatter", Set.of(CONSTRUCTOR)),
            Map.entry("java.util.Scanner", Set.of(CONSTRUCTOR)),
            Map.entry(
                    "java.text.NumberFormat",
                    Set.of(
                            "getInstance",
                            "getNumberInstance",
                            "getIntegerInstance",
                            "getPercentInstance",
                            "getCurrencyInstance",
                            "getCompactNumberInstance")),
            Map.entry("java.text.DecimalFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.DecimalFormatSymbols", Set.of(CONSTRUCTOR, "getInstance")),
            Map.entry("java.text.SimpleDateFormat", Set.of(CONSTRUCTOR)),
            Map.entry("java.text.DateFormat", Set.of("getInstance", "getDateInstance", "getDateTimeInstance")),
            Map.entry("java.text.MessageFormat", Set.of(CONSTRUCTOR, "format")),
            Map.entry("java.text.Collator", Set.of("getInstance")),
            Map.entry(
                    "java.time.format.DateTimeFormatter",
                    Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedDateTime")),
            Map.entry("java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter")));

    /** What falls back on the machine's time zone where no {@code ZoneId} or {@code Clock} is given. */
    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalTime", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Year", Set.of("now"),
            "java.time.YearMonth", Set.of("now"),
            "java.util.Calendar", Set.of("getInstance"));

    /** What asks for nothing else. */
    private static final Map<String, Set<String>> ASKS = Map.of(
            "java.util.Locale", Set.of("getDefault"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.time.Clock", Set.of("systemDefaultZone"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.util.GregorianCalendar", Set.of(CONSTRUCTOR),
            "java.sql.Date", Set.of("valueOf", "toLocalDate", "toString"),
            "java.sql.Timestamp", Set.of("valueOf", "toLocalDateTime", "toString"));

    private static final ArchRule RULE = noClasses()
            .should()
            .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the machine's language or time zone decides") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return asksTheMachine(access.getTarget());
                }
            });

    @Test
    void theProgramAsksForNeither() {
        RULE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.greenplan"));
    }

    @Test
    void everyWayOfAskingIsSeen() {
        String told = String.join(
                "\n",
                RULE.evaluate(new ClassFileImporter().importClasses(Asking.class))
                        .getFailureReport()
                        .getDetails());
        assertThat(Arrays.stream(Asking.class.getDeclaredMethods())
                        .map(m -> m.getName())
                        .filter(name -> !name.startsWith("lambda$")))
                .hasSize(9)
                .allSatisfy(name -> assertThat(told).contains("Asking." + name + "("));
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(Naming.class))
                        .hasViolation())
                .isFalse();
    }

    private static boolean asksTheMachine(AccessTarget target) {
        return isOf(ASKS, target)
                || (isOf(FORMATS, target) && lacks(target, "java.util.Locale", "java.text.DecimalFormatSymbols"))
                || (isOf(CLOCKS, target) && lacks(target, "java.time.ZoneId", "java.time.Clock"));
    }

    private static boolean isOf(Map<String, Set<String>> ways, AccessTarget target) {
        return ways.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }

    private static boolean lacks(AccessTarget target, String... names) {
        return !(target instanceof AccessTarget.CodeUnitAccessTarget called)
                || called.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .noneMatch(Set.of(names)::contains);
    }

    /** Each method is one fault. */
    private static final class Asking {
        String number() {
            return String.format("%.2f", 1.5);
        }

        String sentence() {
            return "%,d".formatted(1000);
        }

        void print(PrintStream out) {
            out.printf("%.2f", 1.5);
        }

        String capitals() {
            return "title".toUpperCase();
        }

        Stream<String> capitalsOfMany(Stream<String> texts) {
            return texts.map(String::toLowerCase);
        }

        NumberFormat numbers() {
            return NumberFormat.getInstance();
        }

        Formatter formatter() {
            return new Formatter();
        }

        DateTimeFormatter days() {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd");
        }

        LocalDate today() {
            return LocalDate.now();
        }
    }

    /** The same said as it should be. */
    private static final class Naming {
        String number() {
            return String.format(Locale.ROOT, "%.2f", 1.5);
        }

        String capitals() {
            return "title".toUpperCase(Locale.ROOT);
        }

        DateTimeFormatter days() {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
        }

        LocalDate today() {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }
    }
}
