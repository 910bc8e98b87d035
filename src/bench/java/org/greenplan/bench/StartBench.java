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
 */
public final class StartBench {
    private StartBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String jar = args[0];
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        Path folder = Files.createTempDirectory("greenplan-start");
        List<Double> bare = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        List<Double> plans = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Path plan = folder.resolve("start" + round + ".gpkg");
            bare.add(version());
            firsts.add(served(jar, plan)[1]);
            double[] again = served(jar, plan);
            pages.add(again[0]);
            plans.add(again[1]);
        }
        print("java -version", bare, bare);
        print("first start with the sample, to /api/plan", firsts, bare);
        print("existing plan, to the page", pages, bare);
        print("existing plan, to /api/plan", plans, bare);
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

    /** Seconds to the page and to the plan, asked for as soon as the address is printed. */
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
            get(line + "api/plan");
            return new double[] {page, seconds(start)};
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
