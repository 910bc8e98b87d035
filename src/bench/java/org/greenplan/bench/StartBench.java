package org.greenplan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code StartBench target/greenplan.jar [rounds]}: from the command to the first answered page and to the plan the page asks for, with the
 * sample made anew and with the plan that is there then; beside a virtual machine that only says its version.
 *
 * <p>{@code StartBench target/greenplan.jar older.jar [rounds]}: both in turn, each with a plan it has made, to the page; the ratio counts.
 */
public final class StartBench {
    private static final int PAGE = 0;
    private static final int PLAN = 1;
    private static final int PROCESSOR = 2;

    private StartBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String jar = args[0];
        Path folder = Files.createTempDirectory("greenplan-start");
        if (args.length > 1 && args[1].endsWith(".jar")) {
            compare(jar, args[1], args.length > 2 ? Integer.parseInt(args[2]) : 9, folder);
            return;
        }
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        List<Double> bare = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        List<Double> plans = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Path plan = folder.resolve("start" + round + ".gpkg");
            bare.add(version());
            firsts.add(served(jar, plan)[PLAN]);
            double[] again = served(jar, plan);
            pages.add(again[PAGE]);
            plans.add(again[PLAN]);
        }
        print("java -version", bare, bare);
        print("first start with the sample, to /api/plan", firsts, bare);
        print("existing plan, to the page", pages, bare);
        print("existing plan, to /api/plan", plans, bare);
    }

    private static void compare(String jar, String other, int rounds, Path folder)
            throws IOException, InterruptedException {
        Path plan = folder.resolve("plan.gpkg");
        Path otherPlan = folder.resolve("other.gpkg");
        served(jar, plan);
        served(other, otherPlan);
        List<double[]> ours = new ArrayList<>();
        List<double[]> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            theirs.add(served(other, otherPlan));
            ours.add(served(jar, plan));
        }
        for (int what : new int[] {PAGE, PROCESSOR}) {
            double mine = median(ours.stream().map(s -> s[what]).toList());
            double its = median(theirs.stream().map(s -> s[what]).toList());
            System.out.printf(
                    "%s: median %.2f s and %.2f s, ratio %.2f%n",
                    what == PAGE ? "to the page" : "processor", mine, its, mine / its);
        }
    }

    private static void print(String what, List<Double> seconds, List<Double> bare) {
        double median = median(seconds);
        System.out.printf(
                "%-45s median %.2f s, worst %.2f s, %.0f×%n",
                what, median, seconds.stream().mapToDouble(s -> s).max().orElseThrow(), median / median(bare));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double version() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process java = new ProcessBuilder(java(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        java.waitFor();
        return seconds(start);
    }

    /** Seconds to the page and to the plan, asked for as soon as the address is printed, and of the processor until the page. */
    private static double[] served(String jar, Path plan) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process desk = new ProcessBuilder(java(), "-jar", jar, "--port", "0", "--plan", plan.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = desk.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            while (line != null && !line.startsWith("http")) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IOException("the desk did not start");
            }
            get(line);
            double page = seconds(start);
            double processor = desk.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
            get(line + "api/plan");
            return new double[] {page, seconds(start), processor};
        } finally {
            desk.destroy();
            desk.waitFor();
        }
    }

    private static void get(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        if (connection.getResponseCode() != 200) {
            throw new IOException(address + " answers " + connection.getResponseCode());
        }
        connection.getInputStream().readAllBytes();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
