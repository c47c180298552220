package io.recoup.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Says what to type when another program has the port; before Spring Boot's own, which names no setting. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException taken) {
        return new FailureAnalysis(
                "port " + taken.getPort() + " is taken by another program",
                "Start with --server.port=" + (taken.getPort() + 1) + ", or --server.port=0 for any free port; or stop"
                        + " the program that has port " + taken.getPort() + ".",
                taken);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
