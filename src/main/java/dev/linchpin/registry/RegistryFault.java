package dev.linchpin.registry;

/** A request that cannot be met, with Confluent's error code. */
final class RegistryFault extends RuntimeException {

  private final int status;
  private final int code;

  private RegistryFault(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static RegistryFault noSubject(String subject) {
    return new RegistryFault(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryFault noVersion(String version) {
    return new RegistryFault(404, 40402, "Version " + version + " not found.");
  }

  static RegistryFault noSchema(String which) {
    return new RegistryFault(404, 40403, "Schema " + which + " not found");
  }

  static RegistryFault noLevel(String subject) {
    return new RegistryFault(
        404,
        40408,
        "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryFault nothingThere() {
    return new RegistryFault(404, 404, "HTTP 404 Not Found");
  }

  static RegistryFault noJson() {
    return new RegistryFault(400, 400, "The request's body is not a JSON object");
  }

  static RegistryFault incompatible(String subject, Object faults) {
    return new RegistryFault(
        409,
        409,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\", details: "
            + faults);
  }

  static RegistryFault invalidSchema(String why) {
    return new RegistryFault(422, 42201, "Invalid schema: " + why);
  }

  static RegistryFault invalidVersion(String version) {
    return new RegistryFault(
        422,
        42202,
        "The specified version '"
            + version
            + "' is not a valid version id: expected a number from 1 or \"latest\"");
  }

  static RegistryFault invalidLevel(String level) {
    return new RegistryFault(422, 42203, "Invalid compatibility level: '" + level + "'");
  }

  static RegistryFault store(Throwable cause) {
    RegistryFault fault =
        new RegistryFault(500, 50001, "Error in the backend data store: " + cause.getMessage());
    fault.initCause(cause);
    return fault;
  }

  /** HTTP status. */
  int status() {
    return status;
  }

  int code() {
    return code;
  }
}
