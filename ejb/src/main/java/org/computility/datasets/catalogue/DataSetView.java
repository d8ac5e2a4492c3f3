package org.computility.datasets.catalogue;

/**
 * A data set (T/AI 123.8 table A.26).
 *
 * @param owner the user name of the account that uploaded it
 * @param size in bytes
 * @param desc null: none
 * @param labels null: none
 */
public record DataSetView(String id, String title, String owner, long size, String desc, String labels) {}
