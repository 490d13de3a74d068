//! An application as a use case finds it: with its app, the caller's role, and everything the directories know.

use std::collections::BTreeMap;

use contract::body::ApplicationDetail;
use contract::endpoint::Endpoint;
use domain::app::App;
use domain::application::{AppFacts, Application, ChannelFacts, Document, Format};
use domain::form::Form;
use domain::id::{ApplicationId, ChannelId};
use domain::role::{AppRole, User};

use crate::Backend;
use crate::app::{linked_channels, visible_app};
use crate::application::people;
use crate::evidence::files;
use crate::fault::Fault;
use crate::http::{Call, Done, Undone};
use crate::me::Names;
use crate::store::{Batch, Change, Expect};

/// An application with its app, as somebody with a role on the app sees it.
pub(crate) struct Scene {
    pub(crate) application: Application,
    pub(crate) app: App,
    pub(crate) role: AppRole,
    /// The version before any change.
    pub(crate) read_version: u64,
}

impl Scene {
    pub(crate) fn of(application: Application, app: App, role: AppRole) -> Scene {
        Scene {
            read_version: application.version,
            application,
            app,
            role,
        }
    }

    /// The application that the path names first, for whoever has a role on its app that is enough for the endpoint.
    pub(crate) async fn read<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let (backend, id) = (&call.backend, call.id::<ApplicationId>(0)?);
        let application = backend.store.application(&id).await?;
        let application = application.ok_or_else(Fault::not_found)?;
        let (caller, app) = (&call.caller, &application.app);
        let (app, role) = visible_app(backend, caller, E::FACTS.operation, app).await?;
        Ok(Scene::of(application, app, role))
    }

    /// The same, with the version that the caller knows.
    pub(crate) async fn to_change<E: Endpoint>(call: &Call<E>) -> Result<Scene, Fault> {
        let scene = Scene::read(call).await?;
        if scene.read_version == call.version {
            Ok(scene)
        } else {
            Err(Fault::stale(scene.read_version))
        }
    }

    /// The draft with everything the directories know. Nothing in it is covered.
    pub(crate) async fn document(&self, backend: &Backend) -> Result<Document, Fault> {
        document(backend, &self.app, &self.application.form).await
    }

    /// What anything decided here relies on: the application as it was read, and the roles on the app and its links.
    pub(crate) fn relied_on(&self) -> Vec<Expect> {
        let id = self.application.id.clone();
        vec![
            Expect::App(self.app.id.clone(), self.app.version),
            Expect::Application(id, self.read_version),
        ]
    }

    /// Writes the application as it is now, if nothing that it relies on has changed.
    pub(crate) async fn commit<E: Endpoint<Reply = ApplicationDetail>>(
        self,
        call: &Call<E>,
        also: Option<Expect>,
    ) -> Result<Done, Undone> {
        let detail = self.detail(&call.backend, &call.caller).await?;
        let version = self.application.version;
        let batch = Batch {
            expect: self.relied_on().into_iter().chain(also).collect(),
            changes: vec![Change::PutApplication(Box::new(self.application))],
            ..Batch::default()
        };
        call.commit_shown(batch, &detail, version).await
    }

    pub(crate) async fn detail(
        &self,
        backend: &Backend,
        caller: &User,
    ) -> Result<ApplicationDetail, Fault> {
        let owners = backend
            .store
            .owners(std::slice::from_ref(&self.app.id))
            .await?;
        let mut application = self.application.clone();
        let mut document = document(backend, &self.app, &application.form).await?;
        let rounds = application.rounds.iter_mut();
        let mut documents: Vec<_> = rounds.map(|round| &mut round.document).collect();
        documents.push(&mut document);
        cover(backend, caller, documents).await?;
        Ok(ApplicationDetail {
            document,
            role: self.role,
            owner: owners
                .into_values()
                .next()
                .map(|user| user.name)
                .unwrap_or_default(),
            names: Names::of(backend, people(&application)).await?.0,
            files: files(backend, &application.id).await?,
            application,
        })
    }
}

/// A form with everything the directories know: what the check reads.
pub(crate) async fn document(backend: &Backend, app: &App, form: &Form) -> Result<Document, Fault> {
    let links = backend
        .store
        .links_of_apps(std::slice::from_ref(&app.id))
        .await?;
    let ids: Vec<ChannelId> = links.iter().map(|link| link.channel.clone()).collect();
    let channels = linked_channels(backend, &ids).await?;
    let facts = links.iter().filter_map(|link| {
        let channel = channels.iter().find(|channel| channel.id == link.channel)?;
        Some(ChannelFacts::of(channel, link.representative))
    });
    Ok(Document {
        format: Format::V1,
        goal: domain::application::Goal::Sync,
        app: AppFacts::from(app),
        channels: facts.collect(),
        form: form.clone(),
    })
}

/// Takes out of documents what the caller may not see of the channels in them.
pub(crate) async fn cover(
    backend: &Backend,
    caller: &User,
    documents: Vec<&mut Document>,
) -> Result<(), Fault> {
    let mut roles = BTreeMap::new();
    for document in documents {
        for channel in &mut document.channels {
            if !roles.contains_key(&channel.id) {
                let role = backend.store.channel_role(&caller.id, &channel.id).await?;
                roles.insert(channel.id.clone(), role);
            }
            let role = roles.get(&channel.id).copied().flatten();
            channel.cover(role, document.app.business.as_ref());
        }
    }
    Ok(())
}
