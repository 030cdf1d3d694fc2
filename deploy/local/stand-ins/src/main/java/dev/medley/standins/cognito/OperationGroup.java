package dev.medley.standins.cognito;

import java.util.List;

/** Operations that share their collaborators. */
@FunctionalInterface
interface OperationGroup {

    List<Operation> operations();
}
