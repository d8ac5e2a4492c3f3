package org.computility.trading.controlled;

import java.util.List;

/**
 * One way to use controlled data, and its limits (T/AI 123.12 table A.50). What is null limits nothing.
 *
 * @param counts how often
 * @param remaining how often from now on; null: as often as counts say
 * @param visitArea where: codes of GB/T 2260, or the beginnings of codes
 */
public record NewScene(
        String name,
        Integer counts,
        Integer remaining,
        List<String> visitArea,
        List<String> envHard,
        List<String> envSoft,
        List<String> aiFrame,
        List<String> cpCenter) {}
