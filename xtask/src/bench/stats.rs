//! Quantiles of what was measured.

/// The value that so many thousandths of all values do not exceed, by nearest rank; none of
/// nothing. `sorted` is in ascending order.
pub(crate) fn quantile(sorted: &[f64], thousandths: usize) -> Option<f64> {
    let rank = (sorted.len() * thousandths).div_ceil(1000).max(1);
    sorted.get(rank - 1).or(sorted.last()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_were_measured() {
        let values: Vec<f64> = (1..=200).map(f64::from).collect();
        assert_eq!(quantile(&values, 500), Some(100.0));
        assert_eq!(quantile(&values, 990), Some(198.0));
        assert_eq!(quantile(&values, 1000), Some(200.0));
        assert_eq!(quantile(&values, 0), Some(1.0));
    }

    #[test]
    fn few_values_and_none_have_quantiles_too() {
        assert_eq!(quantile(&[7.0], 990), Some(7.0));
        assert_eq!(quantile(&[], 990), None);
    }
}
