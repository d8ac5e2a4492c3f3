package org.computility.algopackage;

import java.util.Set;

/** The identifiers of T/BAX 0006.5 Annex H (tables H.1 and H.2), and {@code CPU}. */
public final class Accelerators {

    /** A processor without accelerator. */
    public static final String CPU = "CPU";

    private static final Set<String> KNOWN = Set.of(("CPU NVIDIA-T4 NVIDIA-P4 NVIDIA-3080 NVIDIA-3090 NVIDIA-4080"
                    + " NVIDIA-4090 NVIDIA-5080 NVIDIA-5090 NVIDIA-A2 NVIDIA-A10 NVIDIA-A16 NVIDIA-A30 NVIDIA-A40"
                    + " NVIDIA-A100 NVIDIA-A800 NVIDIA-H100 NVIDIA-H200 NVIDIA-H800 NVIDIA-V100 AMD-MI300A AMD-MI300X"
                    + " AMD-MI325X AMD-MI350X AXERA-AX620u AXERA-AX630 AXERA-AX650 BITMAIN-SC3 BITMAIN-SC5"
                    + " MLU-370-S4/S8 MLU-370-X4 MLU-370-X8 MLU-290-M5 MLU-270-S4 Atlas-300I-Pro Atlas-300I-Duo"
                    + " Atlas-300V Atlas-300V-Pro KUNLUN-K200 KUNLUN-R200 KUNLUN-R300 KUNLUN-P800 KUNLUN-RG800"
                    + " CLOUDBLAZER-I10 HAIGUANG-DCU1 SOPHGO-SC7-HP75 SOPHGO-SC11-FP300 BITMAIN-1682 BITMAIN-1684"
                    + " ASCEND-310 ASCEND-910 MLU-220-SOM MLU-220-M.2 SOPHGO-SM9-16-ENC-28 SOPHGO-SM9-16-ENC-A8"
                    + " SOPHGO-SM9-16-ENC-28-S SOPHGO-SM9-8-ENC-A8 SOPHGO-SM9-8-ENC-B8 SOPHGO-SM9-8-ENC-A8-S"
                    + " SOPHGO-SM7-32-EP4-22 SOPHGO-SM7-32-EN4-23-HX")
            .split(" "));

    private Accelerators() {}

    /** Whether the annex lists it, or it is {@code CPU}. */
    public static boolean isKnown(String identifier) {
        return KNOWN.contains(identifier);
    }
}
