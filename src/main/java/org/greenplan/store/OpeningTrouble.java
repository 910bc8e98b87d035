package org.greenplan.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Why a plan cannot be opened or used any more, in words for the person who started the program or stands at the map. */
final class OpeningTrouble {
    private static final int RETRY_AFTER_S = 5;

    private OpeningTrouble() {}

    /** A problem with a remedy where the cause is known; otherwise the failure as it came. */
    static RuntimeException explained(RuntimeException failure, String plan) {
        if (failure instanceof Problem.Unavailable unavailable) {
            return new Problem.Invalid(unavailable.words(), null);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Words words = words(cause, plan);
            if (words != null) {
                return new Problem.Invalid(words, null);
            }
        }
        return failure;
    }

    /** The same while the plan is in use: what may pass by itself is to be tried again. */
    static RuntimeException running(RuntimeException failure, String plan) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Problem.Unavailable passing = passing(sql, plan);
                if (passing != null) {
                    return passing;
                }
            }
        }
        return failure;
    }

    private static Problem.@Nullable Unavailable passing(SQLException cause, String plan) {
        String code = cause instanceof SQLiteException file
                ? file.getResultCode().name()
                : cause.getSQLState() == null ? "" : cause.getSQLState();
        if (code.startsWith("SQLITE_INTERRUPT") || code.equals("57014")) {
            return Problem.Unavailable.of(
                    Words.of(
                            "这个查询用时过长，已停止。请缩小范围或条件后再试。",
                            "This question took too long and was ended. Ask for less, or for a smaller area."),
                    RETRY_AFTER_S);
        }
        if (cause instanceof SQLTransientConnectionException && code.isEmpty()) {
            return Problem.Unavailable.of(
                    Words.of("同时的请求过多，请稍候再试。", "There are too many requests at once. Try again in a moment."),
                    RETRY_AFTER_S);
        }
        Words words = words(cause, plan);
        if (words == null) {
            return null;
        }
        return code.startsWith("SQLITE_FULL") || code.equals("53100")
                ? Problem.Unavailable.full(words, RETRY_AFTER_S)
                : Problem.Unavailable.of(words, RETRY_AFTER_S);
    }

    private static @Nullable Words words(Throwable cause, String plan) {
        if (cause instanceof SQLiteException file) {
            return ofFile(file.getResultCode().name(), plan);
        }
        return cause instanceof SQLException server ? ofServer(server.getSQLState(), plan) : null;
    }

    private static @Nullable Words ofFile(String code, String plan) {
        if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) {
            return Words.of(
                    plan + " 不是完好的 GeoPackage 文件。请换一个文件名，或取用备份。",
                    plan + " is not a sound GeoPackage file. Choose another name, or take a backup.");
        }
        if (code.startsWith("SQLITE_READONLY")
                || code.startsWith("SQLITE_CANTOPEN")
                || code.startsWith("SQLITE_PERM")) {
            return Words.of(
                    "无法打开或写入 " + plan + "。请检查文件和所在文件夹的写权限。",
                    plan + " cannot be opened for writing. Check the permissions of the file and its folder.");
        }
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return Words.of(
                    plan + " 正在另一个程序中编辑。请先在那里保存并关闭。",
                    plan + " is being edited in another program. Save and close it there first.");
        }
        if (code.startsWith("SQLITE_FULL") || code.startsWith("SQLITE_IOERR")) {
            return Words.of("磁盘已满或无法读写：" + plan, "The disk is full or fails at " + plan + ".");
        }
        return null;
    }

    private static @Nullable Words ofServer(@Nullable String state, String plan) {
        if (state == null) {
            return null;
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Words.of(
                    "连接不上数据库 " + plan + "。请检查地址、端口，以及服务器是否已启动。",
                    "The database " + plan + " does not answer. Check host and port, and whether the server runs.");
        }
        if (state.startsWith("28")) {
            return Words.of(
                    "数据库 " + plan + " 拒绝了用户名或密码。请在地址中写 ?user=…&password=…，或设置 PGUSER 和 PGPASSWORD。",
                    "The database " + plan
                            + " refuses the user or the password. Give ?user=…&password=… in the address,"
                            + " or set PGUSER and PGPASSWORD.");
        }
        return switch (state) {
            case "3D000" ->
                Words.of(
                        "服务器上没有数据库 " + plan + "。请先建立（createdb）。",
                        "The server has no database " + plan + ". Make it first (createdb).");
            case "42501" ->
                Words.of(
                        "该用户在 " + plan + " 中没有建表或建扩展的权限。请管理员授权或先执行 CREATE EXTENSION postgis。",
                        "The user may not make tables or extensions in " + plan
                                + ". Ask the administrator for the right, or to run CREATE EXTENSION postgis first.");
            case "0A000", "58P01" ->
                Words.of(
                        "服务器没有安装 PostGIS:" + plan + "。请安装(Debian、Ubuntu:postgresql-postgis)。",
                        "The server of " + plan + " lacks PostGIS. Install it (Debian, Ubuntu: postgresql-postgis).");
            case "53100" -> Words.of("数据库 " + plan + " 的磁盘已满。", "The disk of the database " + plan + " is full.");
            case "55P03" ->
                Words.of(
                        "另一个程序正在写入 " + plan + "，请稍候再试。",
                        "Another program is writing to " + plan + ". Try again in a moment.");
            case "40P01", "40001" ->
                Words.of(
                        "与另一个程序同时写入 " + plan + "，请再试一次。",
                        "Another program wrote to " + plan + " at the same moment. Try again.");
            case "25006" ->
                Words.of(
                        "数据库 " + plan + " 目前只读。请管理员检查。",
                        "The database " + plan + " is read-only at the moment. Ask its administrator.");
            case "53300" -> Words.of("数据库 " + plan + " 的连接数已满。", "The database " + plan + " has no free connection.");
            default -> null;
        };
    }
}
