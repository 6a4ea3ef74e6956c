//! [`problem_lines()`]: what is wrong with the inputs, as lines on standard error.

use crate::export::problem_line;
use crate::problem::Problem;

/// A line a problem; of days that disagree as many as show what it is about: among thousands of reports there are hundreds.
pub(super) fn problem_lines(problems: &[Problem]) -> Vec<String> {
    const FEW: usize = 3;
    let mut conflicts = 0;
    let is_told = |problem: &&Problem| {
        conflicts += usize::from(problem.is_conflict());
        !problem.is_conflict() || conflicts <= FEW
    };
    let mut lines: Vec<String> = problems.iter().filter(is_told).map(problem_line).collect();
    if conflicts > FEW {
        let more = conflicts - FEW;
        lines.push(format!("the days of {more} more reports disagree like this; `extract --trays` lists them all"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edtf::DateSet;
    use crate::problem::Fault;
    use crate::reason::{CannotBothHold, Phrase};

    fn conflict(report: &str) -> Problem {
        let told = CannotBothHold {
            days: DateSet::parse("2021-07-07").unwrap(),
            other_report: "other.txt".into(),
            other_days: DateSet::parse("2021-06").unwrap(),
            more: 0,
        };
        Problem::notice(report, Phrase::CannotBothHold(Box::new(told)))
    }

    #[test]
    fn days_that_disagree_bury_no_file_that_could_not_be_read() {
        let mut problems: Vec<Problem> = ["a.txt", "b.txt", "c.txt"].map(conflict).into();
        assert_eq!(problem_lines(&problems).len(), 3);
        problems.extend(["d.txt", "e.txt"].map(conflict));
        problems.push(Problem::failure("f.pdf", Fault::NoText { kind: "pdf".to_owned() }));
        let lines = problem_lines(&problems);
        assert_eq!(lines.len(), 5);
        assert!(lines[3].starts_with("f.pdf: "), "{lines:?}");
        assert_eq!(lines[4], "the days of 2 more reports disagree like this; `extract --trays` lists them all");
    }
}
