package org.computility.datasets.rest;

/** The number of an uploaded data set (T/AI 123.8 table A.29). */
public record DatasetAnswer(String id) {}
