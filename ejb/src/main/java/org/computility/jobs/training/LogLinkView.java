package org.computility.jobs.training;

/** Where a log is (T/AI 123.8 table A.48). */
public record LogLinkView(String logUrl) {}
