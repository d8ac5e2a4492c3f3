package org.computility.centers.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * What a job finds as its programs.
 *
 * @param centerId null: every center has it
 * @param location null: the node's own programs; null as well for callers who may not know it
 * @param command what runs where a job names no command; null: none
 * @param desc null: none
 * @param arch null: any
 * @param processor the type of accelerators that it uses; null: none
 * @param operationSystem null: not said
 * @param framework null: none
 * @param installedLib what is in it
 * @param createTime when the image was made
 */
public record ImageView(
        String id,
        String name,
        String desc,
        String centerId,
        String location,
        String command,
        String arch,
        String processor,
        String operationSystem,
        String framework,
        Instant createTime,
        List<String> installedLib) {

    public ImageView {
        installedLib = List.copyOf(installedLib);
    }
}
