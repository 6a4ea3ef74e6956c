//! The five reports that come with the program, for a first look.

use super::Corpus;
use crate::document::Document;

/// File names and texts of `seeds/`.
const REPORTS: [(&str, &str); 5] = [
    ("000_1f62af9c80d6146f.txt", include_str!("../../seeds/000_1f62af9c80d6146f.txt")),
    ("001_835aeff86ed66a3b.txt", include_str!("../../seeds/001_835aeff86ed66a3b.txt")),
    ("002_da26ad47aca8edbb.txt", include_str!("../../seeds/002_da26ad47aca8edbb.txt")),
    ("003_bf9fccd675be7688.txt", include_str!("../../seeds/003_bf9fccd675be7688.txt")),
    ("004_223411b903b2b765.txt", include_str!("../../seeds/004_223411b903b2b765.txt")),
];

impl Corpus {
    /// The bundled reports: French agency and press reports on Afghanistan, 2019 and 2021.
    #[must_use]
    pub fn bundled() -> Self {
        let documents = REPORTS.iter().map(|&(name, text)| {
            let mut document = Document::new(name, text);
            document.title = super::table::headline(text);
            document
        });
        Self { documents: documents.collect(), problems: Vec::new() }
    }
}
