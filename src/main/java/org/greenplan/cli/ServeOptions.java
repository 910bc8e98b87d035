package org.greenplan.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.backdrop.Basemaps;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.relief.Relief;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the map is served. */
public final class ServeOptions {
    @Mixin
    private final PlanOptions plan;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:GREENPLAN_PORT:-8080}",
            description = {
                "端口；被占用时改用空闲端口并说明。",
                "Port; a free one is taken, and said, where it is in use. (${DEFAULT-VALUE})"
            })
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "${env:GREENPLAN_HOST:-127.0.0.1}",
            description = {"监听地址，只接受本机回环地址。", "Address to listen on; loopback only. (${DEFAULT-VALUE})"})
    private String host = "127.0.0.1";

    @Option(
            names = "--open",
            description = {"启动后打开浏览器。", "Opens the browser."})
    private boolean open;

    @Option(
            names = "--sample",
            description = {
                "--db 中尚无规划时放入示例规划；不写则不往数据库中放任何内容。",
                "Puts the sample plan into --db where there is none; without it nothing is put into a database."
            })
    private boolean sample;

    @Option(
            names = "--basemap",
            paramLabel = "osm|tianditu=KEY|TITLE=URL|FILE",
            description = {
                "底图，可重复：osm、tianditu=密钥（tianditu-img、-ter，经纬度网格加 -c）、名称=XYZ、WMTS 或 WMS 地址；默认不使用任何在线底图。",
                "A basemap, repeatable: osm, tianditu=KEY (tianditu-img, -ter; -c for the grid of degrees), TITLE=address of XYZ, WMTS or WMS; none by default, nothing is fetched from elsewhere."
            })
    private final List<String> basemaps = new ArrayList<>();

    @Option(
            names = "--dem",
            paramLabel = "FILE.tif",
            description = {
                "高程模型（GeoTIFF，单波段，米）：沿水系连线给出地面剖面，判断自流或泵送。",
                "An elevation model (GeoTIFF of one band, metres): tells the ground along water links, and whether they need a pump."
            })
    private @Nullable Path dem;

    /** As the command line is about to fill them. */
    ServeOptions() {
        this(new PlanOptions());
    }

    ServeOptions(PlanOptions plan) {
        this.plan = plan;
    }

    ServeOptions at(int port) {
        this.port = port;
        return this;
    }

    ServeOptions opening(boolean open) {
        this.open = open;
        return this;
    }

    PlanOptions plan() {
        return plan;
    }

    int port() {
        if (port < 0 || port > 65_535) {
            throw new Problem.Invalid(
                    Words.of("--port 应为 0 到 65535 的整数。", "--port is a number from 0 to 65535."), "--port");
        }
        return port;
    }

    boolean sample() {
        return sample;
    }

    boolean open() {
        return open;
    }

    /** The loopback address to listen on. */
    String host() {
        if (!List.of("127.0.0.1", "localhost", "::1").contains(host)) {
            throw new Problem.Forbidden(
                    Words.of(
                            "本版本没有账户，只能监听本机：--host 应为 127.0.0.1、localhost 或 ::1。",
                            "The desk has no accounts yet and listens on this machine only: --host is 127.0.0.1, localhost or ::1."));
        }
        return host;
    }

    @Nullable
    Relief relief() {
        return dem == null ? null : Relief.open(dem);
    }

    /** The background maps named here, and those laid from the page before. */
    Basemaps basemaps() {
        return Basemaps.of(basemaps, plan.besides());
    }
}
