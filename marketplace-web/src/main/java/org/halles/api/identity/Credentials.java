package org.halles.api.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who signs in, and the proof. */
@Schema(name = "Credentials")
public record Credentials(
    @NotBlank @Size(max = 254) @Schema(examples = "buyer@halles.example") String email,
    @NotBlank @Size(max = 1000) @Schema(format = "password") String password) {

  /** Without the proof. */
  @Override
  public String toString() {
    return "Credentials[email=" + email + "]";
  }
}
