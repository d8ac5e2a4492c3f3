package org.computility.connector.meters;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Opens connections to devices that show meters; one pool serves every device of every protocol. */
public interface MeterConnectionFactory extends Serializable, Referenceable {

    /** A pooled connection to that device. The device is not asked before the first call. */
    MeterConnection getConnection(MeterDevice device) throws ResourceException;
}
