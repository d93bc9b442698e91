// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Where log lines go: warnings to standard error, and, once a server has its data folder, everything of note to
/// `logs/homekeep.log`: 10 MB, and five older ones. Found by Logback through its service file; said in code because an
/// XML file costs a parser on the way to `ready`.
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{0}: %msg%n";
    private static final long FILE_BYTES = 10 * FileSize.MB_COEFFICIENT;
    private static final int OLDER_FILES = 5;
    private static final List<String> TALKATIVE = List.of("io.undertow", "org.xnio", "org.jboss", "org.jdbi");

    /// The log file of a data folder.
    public static Path file(Path data) {
        return data.resolve("logs").resolve("homekeep.log");
    }

    /// From now on, log to the data folder too.
    public static void toFile(Path data) throws IOException {
        PrivateFiles.folder(data.resolve("logs"));
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        String file = file(data).toString();

        var log = new RollingFileAppender<ILoggingEvent>();
        log.setName("file");
        log.setContext(context);
        log.setFile(file);

        var older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(log);
        older.setFileNamePattern(file + ".%i");
        older.setMinIndex(1);
        older.setMaxIndex(OLDER_FILES);
        older.start();

        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_BYTES));
        size.start();

        log.setRollingPolicy(older);
        log.setTriggeringPolicy(size);
        start(context, log);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        // It logs what anybody on the network sends, and each network that goes away, as a warning with a stack trace.
        context.getLogger("javax.jmdns").setLevel(Level.OFF);

        var warnings = new ThresholdFilter();
        warnings.setContext(context);
        warnings.setLevel("WARN");
        warnings.start();

        var console = new ConsoleAppender<ILoggingEvent>();
        console.setName("console");
        console.setContext(context);
        console.setTarget("System.err");
        console.addFilter(warnings);
        start(context, console);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
        var line = new PatternLayoutEncoder();
        line.setContext(context);
        line.setPattern(LINE);
        line.start();
        appender.setEncoder(line);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
