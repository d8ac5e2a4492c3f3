package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.connector.accelerator.TaskReport;
import org.junit.jupiter.api.Test;

class TaskNewsTest {

    private final List<News> taken = new ArrayList<>();
    private Executor helpers = Runnable::run;
    private final TaskNews news = new TaskNews() {
        @Override
        Executor helpers() {
            return helpers;
        }
    };

    TaskNewsTest() {
        news.intake = new NewsIntake() {
            @Override
            public List<News> takeOver(List<News> reported) {
                taken.addAll(reported);
                return List.of();
            }
        };
    }

    @Test
    void whatFoundNoThreadIsTakenOverWithTheNextReport() {
        helpers = work -> {
            throw new RejectedExecutionException("no thread");
        };
        report();
        assertThat(taken).isEmpty();

        helpers = Runnable::run;
        report();

        assertThat(taken).hasSize(2);
    }

    private void report() {
        news.on(new AcceleratorEvent.TaskChanged(
                "node", new TaskReport(UUID.randomUUID().toString(), null, "RUNNING", null, null, null, 1)));
    }
}
