//! A framework and a case give an assessment: span, reasons, duties, clocks, what to find out.
