//! `dateline project …`, as a user calls it: a real process, ended at any moment, loses nothing that it reported done.

use dateline::project::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Where the name stands in the first report.
const KUNDUZ: &str = "30";

const PROGRAM: &str = env!("CARGO_BIN_EXE_dateline");

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM).current_dir(folder).args(arguments).output().unwrap()
}

/// What a command prints, which must succeed.
#[track_caller]
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says on standard error, which must fail.
#[track_caller]
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// A folder with two reports, and a project `a.dateline` of them.
fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let reports = folder.path().join("reports");
    fs::create_dir(&reports).unwrap();
    fs::write(reports.join("a.txt"), "Fighters attacked the city of Kunduz on 7 July 2021.").unwrap();
    fs::write(reports.join("b.txt"), "A bomb exploded in Herat on 9 July 2021.").unwrap();
    printed(folder.path(), &["project", "new", "a.dateline", "reports"]);
    folder
}

fn ids(folder: &Path) -> Vec<String> {
    let lines = printed(folder, &["extract", "a.dateline"]);
    let records = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    records.map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_project_is_made_corrected_and_read_by_extract() {
    let folder = project();
    let at = folder.path();
    let events = ids(at);
    let said =
        printed(at, &["project", "correct", "a.dateline", &events[0], "--place", "Taloqan", "--note", "see map"]);
    assert!(said.starts_with("1: place: Taloqan"), "{said}");
    assert!(said.contains("was Kunduz"), "{said}");
    let place = "Post 7";
    printed(
        at,
        &["project", "correct", "a.dateline", &events[1], "--own-place", place, "34.5,62.1", "--country", "AF"],
    );
    printed(at, &["project", "tell", "a.dateline", "a.txt", "0", "17", "--kind", "protest", "--day", "2021-07"]);
    let lines = printed(at, &["extract", "a.dateline"]);
    assert!(lines.contains("\"name\":\"Taloqan\"") && lines.contains("\"corrected\":[\"place\"]"), "{lines}");
    assert!(lines.contains("\"name\":\"Post 7\""), "{lines}");
    assert!(printed(at, &["extract", "a.dateline", "--trays"]).contains("Fighters attacked\""));
    printed(at, &["project", "undo", "a.dateline"]);
    printed(at, &["project", "undo", "a.dateline", "1"]);
    let said = printed(at, &["project", "redo", "a.dateline", "1"]);
    assert!(said.starts_with("6: redo of 1 (place: Taloqan"), "{said}");
    let log = printed(at, &["project", "log", "a.dateline"]);
    assert_eq!(log.lines().count(), 6);
    assert!(log.lines().next().unwrap().ends_with("see map\tin force"), "{log}");
    assert!(log.lines().nth(2).unwrap().ends_with("\t\t"), "{log}");
}

#[test]
fn a_changed_report_is_taken_in_and_a_deleted_one_is_kept_with_a_line() {
    let folder = project();
    let at = folder.path();
    fs::write(at.join("reports/b.txt"), "A bomb exploded in Ghazni on 9 July 2021.").unwrap();
    fs::remove_file(at.join("reports/a.txt")).unwrap();
    let output = run(at, &["project", "add", "a.dateline"]);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "0 new, 1 changed, 0 further sources of reports that are there, 0 as they were\n"
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("a.txt: no longer there; its text is kept"));
    let lines = printed(at, &["extract", "a.dateline"]);
    assert!(lines.contains("Kunduz") && lines.contains("Ghazni") && !lines.contains("Herat"), "{lines}");
}

#[test]
fn a_geopackage_is_a_project_that_stands_by_itself() {
    let folder = project();
    let at = folder.path();
    printed(at, &["extract", "reports", "--format", "gpkg", "-o", "b.gpkg"]);
    printed(at, &["extract", "a.dateline", "--format", "gpkg", "-o", "c.gpkg"]);
    let lines = printed(at, &["extract", "reports"]);
    for file in ["a.dateline", "b.gpkg", "c.gpkg"] {
        assert_eq!(printed(at, &["extract", file]), lines, "{file}");
    }
    let mut left: Vec<String> =
        fs::read_dir(at).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["a.dateline", "b.gpkg", "c.gpkg", "reports"]);
    assert_eq!(run(at, &["extract", "reports", "--format", "gpkg"]).status.code(), Some(2));
}

#[test]
fn wrong_corrections_are_a_line_each() {
    let folder = project();
    let at = folder.path();
    let events = ids(at);
    let correct = |more: &[&str]| refused(at, &[&["project", "correct", "a.dateline"], more].concat());
    assert!(correct(&["nothing", "--not-an-event"]).contains("no event of such an id"));
    assert!(correct(&[&events[0], "--place", "Qzxqzxqzx"]).contains("no place of such a name"));
    assert!(correct(&[&events[0], "--own-place", "X", "95,1"]).contains("no point on Earth"));
    assert!(correct(&[&events[0], "--split", "2"]).contains("none has the number 2"));
    assert!(refused(at, &["project", "undo", "a.dateline"]).contains("no such correction"));
    assert!(refused(at, &["project", "new", "a.dateline"]).contains("a file of that name"));
    assert!(refused(at, &["project", "log", "reports/a.txt"]).contains("no dateline project"));
    assert!(refused(at, &["extract", "a.dateline", "reports"]).contains("read by itself"));
    assert_eq!(printed(at, &["project", "log", "a.dateline"]), "");
}

#[test]
fn a_text_that_is_there_twice_is_one_report_in_extract_and_two_in_annotate() {
    let folder = project();
    let at = folder.path();
    fs::copy(at.join("reports/a.txt"), at.join("reports/c.txt")).unwrap();
    let output = run(at, &["extract", "reports"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout).matches("\"document\":\"c.txt\"").count(), 0);
    assert!(String::from_utf8_lossy(&output.stderr).contains("c.txt: the same text as a.txt"));
    assert_eq!(printed(at, &["annotate", "reports"]).lines().count(), 3);
}

/// A disk that takes no more: the size of files is limited, and the signal that would end the program is off.
#[cfg(unix)]
#[test]
fn on_a_full_disk_what_was_saved_is_safe_and_a_line_says_so() {
    let folder = project();
    let at = folder.path();
    let events = ids(at);
    printed(at, &["project", "correct", "a.dateline", &events[0], "--kind", "protest"]);
    let text = "A long report of many words. ".repeat(20_000);
    fs::write(at.join("reports/long.txt"), text).unwrap();
    let limited = |arguments: &str| {
        let script = format!("trap '' XFSZ; ulimit -f 400; exec \"$0\" project {arguments}");
        Command::new("sh").current_dir(at).args(["-c", &script, PROGRAM]).output().unwrap()
    };
    let output = limited("add a.dateline");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("what was saved before is safe"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    let copied = limited("save-as a.dateline reports/b.dateline");
    assert!(copied.status.success() || !at.join("reports/b.dateline").exists());
    let project = Project::open(&at.join("a.dateline")).unwrap();
    assert_eq!(project.log().entries().count(), 1);
    assert_eq!(project.documents().unwrap().documents.len(), 2);
}

/// Ends a command after a while, without warning, and gives what it had printed.
fn end_after(folder: &Path, arguments: &[&str], wait: Duration) -> String {
    let mut program = Command::new(PROGRAM);
    program.current_dir(folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = program.spawn().unwrap();
    std::thread::sleep(wait);
    child.kill().unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

/// One project that is worked on by programs that are ended at random moments.
struct Trial {
    folder: tempfile::TempDir,
    random: u64,
    /// Corrections that were reported done.
    done: u32,
    /// About how long a correction takes now: drawn out where none gets through, drawn in where one does.
    longest: Duration,
}

impl Trial {
    fn new(seed: u64) -> Self {
        let folder = project();
        let start = Instant::now();
        printed(folder.path(), &["project", "name", "a.dateline", "a.txt", KUNDUZ, "--place", "Ghazni"]);
        Self { folder, random: seed, done: 1, longest: start.elapsed() }
    }

    /// A number that follows from the seed (Knuth's linear congruence); the moments are as random as the machine.
    fn pick(&mut self, below: u32) -> u32 {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.random >> 33).unwrap() % below
    }

    /// Runs and ends one command.
    fn kill(&mut self) {
        let at: PathBuf = self.folder.path().to_path_buf();
        // Up to twice as long: about half of them get through, however busy the machine is.
        let wait = self.longest.mul_f64(f64::from(self.pick(2000)) / 1000.0);
        let said = match self.pick(10) {
            0 | 1 => {
                let number = self.pick(1_000_000);
                let text = format!("Fighters attacked the city of Kunduz on 7 July 2021, report {number} said.");
                fs::write(at.join("reports/b.txt"), text).unwrap();
                end_after(&at, &["project", "add", "a.dateline"], wait * 2);
                String::new()
            }
            2 => {
                end_after(&at, &["project", "save-as", "a.dateline", "b.dateline", "--replace"], wait);
                if let Ok(copy) = Project::open(&at.join("b.dateline")) {
                    assert!(copy.log().entries().count() <= self.done as usize + 1);
                }
                String::new()
            }
            3 => end_after(&at, &["project", "undo", "a.dateline"], wait),
            _ => {
                let place = ["Taloqan", "Ghazni", "Herat"][self.pick(3) as usize];
                let said = end_after(&at, &["project", "name", "a.dateline", "a.txt", KUNDUZ, "--place", place], wait);
                self.longest = self.longest.mul_f64(if said.is_empty() { 1.1 } else { 0.9 });
                said
            }
        };
        if let Some(number) = said.lines().last().and_then(|line| line.split_once(':')?.0.parse().ok()) {
            self.done = number;
        }
        let mut project = Project::open(&at.join("a.dateline")).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(project.read_only(), None);
        let there = u32::try_from(project.log().entries().count()).unwrap();
        // One more may be in the file that could not be reported any more.
        assert!(there >= self.done, "{} reported done, {there} in the file", self.done);
        self.done = there;
        assert_eq!(project.documents().unwrap().documents.len(), 2);
        project.set_view("{}").unwrap();
    }
}

#[test]
fn killed_at_two_hundred_random_moments_nothing_reported_done_is_lost() {
    const KILLS: u64 = 200;
    const TRIALS: u64 = 4;
    let trials = (0..TRIALS).map(|seed| {
        std::thread::spawn(move || {
            let mut trial = Trial::new(seed);
            for _ in 0..KILLS / TRIALS {
                trial.kill();
            }
            trial.done
        })
    });
    let trials: Vec<_> = trials.collect();
    let done: Vec<u32> = trials.into_iter().map(|trial| trial.join().unwrap()).collect();
    // Where hardly any gets through, nothing was tried.
    assert!(done.iter().sum::<u32>() > 20, "{done:?}");
}

#[test]
fn a_watched_folder_gives_its_reports_as_they_come_and_its_end_is_a_line() {
    let folder = project();
    let at = folder.path();
    fs::create_dir(at.join("news")).unwrap();
    let mut program = Command::new(PROGRAM);
    program.current_dir(at).args(["project", "watch", "a.dateline", "news"]);
    let mut program = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(program.stdout.take().unwrap()));
    let mut next = || lines.next().unwrap().unwrap();
    assert_eq!(next(), "watching");
    fs::write(at.join("news/c.txt"), "A bomb exploded in Ghazni on 9 July 2021.").unwrap();
    assert!(next().starts_with("1 new, 0 changed"));
    fs::remove_dir_all(at.join("news")).unwrap();
    let output = program.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no longer there; what was read from it stays"), "{said}");
    assert_eq!(Project::open(&at.join("a.dateline")).unwrap().documents().unwrap().documents.len(), 3);
}
