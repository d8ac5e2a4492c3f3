package org.computility.datasets.catalogue;

/**
 * A data set that comes in (T/AI 123.8 table A.28).
 *
 * @param md5 of the file, 32 hexadecimal digits in any case
 * @param size of the file in bytes
 * @param description null: none
 * @param labels null: none
 * @param forAll whether the jobs of every organisation may read it
 */
public record NewDataSet(String title, String md5, long size, String description, String labels, boolean forAll) {}
