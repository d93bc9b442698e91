// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The data folder and the disk below it.
public final class FolderLook implements Look {
    private static final long GIB = 1L << 30;

    private final Path data;

    public FolderLook(Path data) {
        this.data = data;
    }

    @Override
    public List<Finding> look() {
        if (!Files.isDirectory(data)) {
            return List.of(Diagnosis.FOLDER_MISSING.of(DoctorPart.DATA, data));
        }
        return List.of(
                (Files.isWritable(data) ? Diagnosis.FOLDER_FINE : Diagnosis.FOLDER_READ_ONLY).of(DoctorPart.DATA, data),
                disk());
    }

    private Finding disk() {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            String amount = String.format(Locale.ROOT, "%.1f GiB", (double) free / GIB);
            return (free >= GIB ? Diagnosis.DISK_FINE : Diagnosis.DISK_LOW).of(DoctorPart.DISK, amount);
        } catch (IOException _) {
            return Diagnosis.DISK_SILENT.of(DoctorPart.DISK, data);
        }
    }
}
