package org.greenplan.cli;

import java.awt.Desktop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.greenplan.format.Scratch;
import org.greenplan.http.Server;
import org.greenplan.page.Backdrop;
import org.greenplan.plan.PlanDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the map until the process is told to end. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "启动地图服务。%nServes the map.")
public final class ServeCommand implements Runnable {
    private static final long AHEAD_AFTER_MS = 2000;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Override
    public void run() {
        serve(options, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    /** Opens the plan and listens; the address is the last line it prints. */
    static void serve(ServeOptions options, PrintWriter out) {
        String host = options.host();
        var behind = new Backdrop(options.basemaps(), options.relief());
        int port = freeOr(host, options.port());
        PlanDesk desk = options.plan().openOrMake(options.sample());
        desk.database().news().forEach(words -> out.println(words.zh() + " " + words.en()));
        if (port != options.port()) {
            out.println("端口 " + options.port() + " 已被占用或不可用，改用其他端口。 Port " + options.port()
                    + " is in use or not allowed; taking a free one.");
        }
        Server server = new Server(desk, behind, options.plan().shelf(desk.catalogue()));
        server.start(host, port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            desk.close();
            Scratch.clear();
        }));
        String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/";
        out.println("规划 Plan: " + desk.database().describe());
        out.println(address);
        Beside.run("sweeping", Scratch::sweep);
        if (options.open()) {
            open(address);
        }
        lookAhead(desk);
    }

    /** Computes behind what is asked first of the water, so that the first look at it is quick. */
    private static void lookAhead(PlanDesk desk) {
        Beside.run("greenplan-water-ahead", () -> {
            try {
                Thread.sleep(AHEAD_AFTER_MS);
                desk.water().lookAhead();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // The plan was closed, or what is wrong will be told to whoever asks.
            }
        });
    }

    /** The port asked for, or 0 for any where it is taken. */
    private static int freeOr(String host, int port) {
        try (ServerSocket trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(new InetSocketAddress(host, port));
            return port;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void open(String address) {
        try {
            if (Desktop.isDesktopSupported()) {
                Desktop.getDesktop().browse(URI.create(address));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // The address stands on the screen; the person can open it by hand.
        }
    }
}
