"""The demonstration tribunal: invented institution, judges and cases, made by real acts through the pipeline."""
