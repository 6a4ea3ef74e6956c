//! [`PathFor`]: what a file or folder is asked for.

/// What a file or folder is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFor {
    /// Whatever can be opened, by what it is: reports, a folder of them, a project, places.
    Anything,
    /// Files of reports.
    ReportFiles,
    /// A folder of reports.
    ReportFolder,
    /// A project to open.
    Project,
    /// The user's own places.
    Places,
    /// A map file, to lie under the markers.
    Map,
    /// A project to write.
    NewProject,
    /// A file to write the events to.
    Events,
    /// A picture of the map to write.
    Picture,
    /// A moving picture of the run through time to write.
    Animation,
}

impl PathFor {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Anything,
        Self::ReportFiles,
        Self::ReportFolder,
        Self::Project,
        Self::Places,
        Self::Map,
        Self::NewProject,
        Self::Events,
        Self::Picture,
        Self::Animation,
    ];

    /// Whether something is written there.
    #[must_use]
    pub fn is_target(self) -> bool {
        matches!(self, Self::NewProject | Self::Events | Self::Picture | Self::Animation)
    }
}
