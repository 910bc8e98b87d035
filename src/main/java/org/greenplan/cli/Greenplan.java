package org.greenplan.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.greenplan.catalogue.CatalogueFault;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.problem.Problem;
import org.greenplan.store.Database;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. Without a command it serves the map. */
@Command(
        name = "greenplan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "青绿规划：绿化与水系工程规划工作台%nGreenplan: the planning desk of a district's greening and water programme",
        description = "不带命令即启动地图服务。 Without a command it serves the map.",
        subcommands = {
            ServeCommand.class,
            NewCommand.class,
            ReportCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CheckoutCommand.class,
            CheckinCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            WaterCommand.class,
            BackupCommand.class,
            CopyCommand.class
        })
public final class Greenplan implements Runnable {
    private static final Set<String> QUESTIONS = Set.of("--help", "--version");

    @Mixin
    private final ServeOptions serve = new ServeOptions();

    /** Runs the command line and gives its exit code; a server goes on in the background of this process. */
    public static int run(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            Optional<ServeOptions> plain = PlainStart.of(args, System.getenv());
            return plain.isPresent() ? served(plain.get(), out, err) : executed(args, out, err);
        } catch (OutOfMemoryError e) {
            return explained(Problem.TooLarge.forTheMemory(), err);
        }
    }

    private static int served(ServeOptions options, PrintWriter out, PrintWriter err) {
        readAhead();
        try {
            ServeCommand.serve(options, out);
            return 0;
        } catch (RuntimeException e) {
            return explained(e, err);
        }
    }

    private static int executed(String[] args, PrintWriter out, PrintWriter err) {
        boolean serve = args.length > 0 && args[0].equals("serve");
        return commands(serve || plainOptions(args))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> explained(e, err))
                .execute(serve ? Arrays.copyOfRange(args, 1, args.length) : args);
    }

    /** Whether there is no command, and no question about them. */
    private static boolean plainOptions(String[] args) {
        return args.length == 0 || (args[0].startsWith("--") && !QUESTIONS.contains(args[0]));
    }

    /** What opening a plan needs, read beside the rest. */
    private static void readAhead() {
        Beside.run("catalogue", CatalogueReader::bundled);
        Beside.run("engine", Database::warm);
    }

    /** The commands, or only the one that serves where that is what is asked for: reading the others takes a tenth of a second. */
    private static CommandLine commands(boolean serve) {
        if (!serve) {
            return new CommandLine(new Greenplan());
        }
        readAhead();
        return new CommandLine(new ServeCommand()).setCommandName("greenplan serve");
    }

    @Override
    public void run() {
        ServeCommand.serve(serve, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    private static int explained(Exception e, PrintWriter err) {
        if (e instanceof Problem problem) {
            err.println(problem.words().zh());
            err.println(problem.words().en());
            return 1;
        }
        if (e instanceof CatalogueFault fault) {
            err.println(
                    fault.file() + ":" + fault.line() + ": " + fault.reason().in(Locale.CHINESE));
            err.println(
                    fault.file() + ":" + fault.line() + ": " + fault.reason().in(Locale.ENGLISH));
            return 1;
        }
        Throwable cause = e instanceof UncheckedIOException io ? io.getCause() : e;
        if (cause instanceof FileSystemException file) {
            err.println("无法读写文件 " + file.getFile() + "。请检查文件夹是否存在、是否有权限。");
            err.println(
                    "The file " + file.getFile() + " cannot be read or written. Check its folder and the permissions.");
            return 1;
        }
        e.printStackTrace(err);
        return 2;
    }
}
