"""The law engine: conditions, rules, answers, record, postures, time, scenarios, coverage. Standard library only; it names no tribunal."""
